"""The comparison of scenarios as a page."""

from collections.abc import Iterator, Sequence

from rich.console import Group
from rich.text import Text

from application.exports.comparison_document import LETTERS
from application.queries.whatif import Compared
from matcher.whatif import Change, Vacant
from matcher.whatif.compare import Outcome
from service.cli.frame.text_columns import plain
from wording import Words, explain, labels
from wording.amounts import amount as number


def page(compared: Compared, words: Words) -> Group:
    """The live plan and the scenarios side by side."""
    found, pool_id = compared.found, compared.pool_id
    pool = f"{pool_id} {words.shown('pool', pool_id)}"
    named = labels.titled(pool, words.lang, sample=compared.sample)
    outcomes = list(zip(LETTERS, found.outcomes, strict=False))
    first = words("whatif_live" if found.is_current else "whatif_as_it_is")
    header = ["", first, *(letter for letter, _ in outcomes)]
    parts = [Text(words("whatif_title", pool=named), style="bold")]
    parts += [Text(f"  {at}  {each.scenario.name}") for at, each in outcomes if each.scenario]
    rows = _rows((found.live, *found.outcomes), words)
    parts += [Text(""), *map(Text, plain(header, rows, right=range(1, 9)))]
    parts.append(Text(""))
    parts += [Text(f"  {at}  {explain.summary(words, each.moved)}") for at, each in outcomes]
    return Group(*parts)


def _rows(columns: Sequence[Outcome], words: Words) -> Iterator[list[str]]:
    """Each number of the live plan, then those of the scenarios with the difference."""
    all_of = [each.measures for each in columns]
    yield _row(words("whatif_served"), [m.served for m in all_of], hours=True)
    yield _row(words("whatif_asked"), [m.asked for m in all_of], hours=True)
    yield _row(words("whatif_reached"), [m.municipalities for m in all_of])
    yield _row(words("whatif_first_tier"), [m.in_tier for m in all_of])
    yield _row(words("whatif_unmet"), [m.unmet_lines for m in all_of])
    for at, of in enumerate(all_of[0].roles):
        roles = [m.roles[at] for m in all_of]
        yield _row(words("whatif_people", role=of.role), [each.people for each in roles])
        hours = [each.served for each in roles]
        yield _row(words("whatif_hours", role=of.role), hours, hours=True)
    moved = [f"{len(each.moved.changes):,}/{each.moved.total:,}" for each in columns[1:]]
    yield [words("whatif_moved"), "–", *moved]
    cost = (_signed(each.added, hours=True) for each in columns[1:])
    yield [words("whatif_cost"), "–", *cost]
    # Points of other weights are other points.
    scores = [f"{each.plan.score:,}" if each.same_weights else "–" for each in columns]
    yield [words("whatif_score"), *scores]


def _row(name: str, values: Sequence[int], *, hours: bool = False) -> list[str]:
    cells = [number(value) if hours else f"{value:,}" for value in values]
    first, *others = values
    for at, value in enumerate(others, 1):
        if value != first:
            cells[at] += f" ({_signed(value - first, hours=hours)})"
    return [name, *cells]


def _signed(value: int, *, hours: bool = False) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else "±"
    return sign + (number(abs(value)) if hours else f"{abs(value):,}")


def ending(compared: Compared, words: Words, commands: Sequence[Sequence[str]]) -> Iterator[Text]:
    """What the first column is, that nothing was changed, and how to make a scenario real."""
    found = compared.found
    if not found.is_current:
        yield Text(f"\n{words('whatif_planned_anew')}")
    scenarios = [each.scenario for each in found.outcomes if each.scenario]
    if any(_is_open(change) for scenario in scenarios for change in scenario.changes):
        yield Text(f"\n{words('whatif_open_post')}")
    yield Text(f"\n{words('whatif_score_of')}")
    yield Text(f"\n{words('whatif_only_compared')}")
    if any(commands):
        yield Text(words("whatif_make_real"))
    for letter, lines in zip(LETTERS, commands, strict=False):
        yield from (Text(f"  {letter}  {line}") for line in lines)


def _is_open(change: Change) -> bool:
    return isinstance(change, Vacant) and change.skills is None
