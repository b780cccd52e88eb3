"""The comparison of scenarios as a page."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group
from rich.text import Text

from matcher.whatif import Change, Comparison, Outcome, Vacant
from producers.ports import Places
from service.cli.frame.amounts import number, pool_name
from service.cli.frame.text_columns import plain
from wording import Lang, Words, explain, labels

LETTERS = "ABCD"
_WORDS: Mapping[Lang, Mapping[str, str]] = {
    "ja": {
        "served": "充足時間",
        "asked": "要請時間",
        "reached": "届いた市町村",
        "tier": "うち最初の目標に達した",
        "unmet": "未充足の要請枠",
        "people": "{} 人数",
        "hours": "{} 時間",
        "moved": "変わる割当",
        "cost": "費用（人材の時間）",
        "score": "評価点",
    },
    "en": {
        "served": "Hours served",
        "asked": "Hours asked",
        "reached": "Municipalities reached",
        "tier": "of them, first tier met",
        "unmet": "Demand lines unmet",
        "people": "{}: people",
        "hours": "{}: hours",
        "moved": "Assignments changed",
        "cost": "Cost (talent hours)",
        "score": "Score",
    },
}


def page(found: Comparison, pool_id: str, places: Places, lang: Lang, *, sample: bool) -> Group:
    """The live plan and the scenarios side by side."""

    def say(ja: str, en: str) -> str:
        return en if lang == "en" else ja

    named = labels.titled(pool_name(pool_id, places), lang, sample=sample)
    first = (
        say("いまの計画", "Live plan") if found.is_current else say("いまの要請", "As it is now")
    )
    columns = (found.live, *found.outcomes)
    header = ["", first, *LETTERS[: len(found.outcomes)]]
    parts = [Text(say(f"シナリオの比較　{named}", f"What if: pool {named}"), style="bold")]
    parts += [
        Text(f"  {letter}  {each.scenario.name}")
        for letter, each in zip(LETTERS, found.outcomes, strict=False)
        if each.scenario
    ]
    parts += [Text(""), *map(Text, plain(header, _rows(columns, lang), right=range(1, 9)))]
    parts.append(Text(""))
    for letter, each in zip(LETTERS, found.outcomes, strict=False):
        parts.append(Text(f"  {letter}  {explain.summary(Words(lang), each.moved)}"))
    return Group(*parts)


def _rows(columns: Sequence[Outcome], lang: Lang) -> Iterator[list[str]]:
    """Each number of the live plan, then those of the scenarios with the difference."""
    all_of = [each.measures for each in columns]
    words = _WORDS[lang]
    yield _row(words["served"], [m.served for m in all_of], hours=True)
    yield _row(words["asked"], [m.asked for m in all_of], hours=True)
    yield _row(words["reached"], [m.municipalities for m in all_of])
    yield _row(words["tier"], [m.in_tier for m in all_of])
    yield _row(words["unmet"], [m.unmet_lines for m in all_of])
    for at, of in enumerate(all_of[0].roles):
        role = labels.role(of.role, lang, short=True)
        roles = [m.roles[at] for m in all_of]
        yield _row(words["people"].format(role), [each.people for each in roles])
        yield _row(words["hours"].format(role), [each.served for each in roles], hours=True)
    moved = [f"{len(each.moved.changes):,}/{each.moved.total:,}" for each in columns[1:]]
    yield [words["moved"], "–", *moved]
    yield [words["cost"], "–", *(_signed(each.added, hours=True) for each in columns[1:])]
    # Points of other weights are other points.
    scores = [f"{each.plan.score:,}" if each.same_weights else "–" for each in columns]
    yield [words["score"], *scores]


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


def ending(found: Comparison, real: Sequence[Sequence[str]], lang: Lang) -> Iterator[Text]:
    """What the first column is, that nothing was changed, and how to make a scenario real."""
    if not found.is_current:
        yield Text(
            "\n配置計画はまだ最新の要請と人材を反映していないため、いまの内容で計画し直して比べました。"
            if lang == "ja"
            else "\nThe plan does not follow the latest facts yet; they were planned anew here."
        )
    if any(
        _is_open(change)
        for o in found.outcomes
        for change in (o.scenario.changes if o.scenario else ())
    ):
        yield Text(
            "\nスキルを書かない採用は、その役割に求められているスキルを満たす人としています。"
            if lang == "ja"
            else "\nA vacant post without skills is one with all the skills asked of its role."
        )
    yield Text(
        "\n比べただけです。配置計画も、保存されている内容も変わっていません。"
        if lang == "ja"
        else "\nOnly compared: neither the plan nor anything stored has changed."
    )
    if any(real):
        yield Text("実際に変えるには：" if lang == "ja" else "To make it real:")
    for letter, lines in zip(LETTERS, real, strict=False):
        yield from (Text(f"  {letter}  {line}") for line in lines)


def _is_open(change: Change) -> bool:
    return isinstance(change, Vacant) and change.skills is None
