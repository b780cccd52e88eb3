"""What would be enough, as commands: copied one after the other, they make the change."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from rich.text import Text

from application.ports import Reads
from matcher.plan import Enough, Unmet
from models.entities import DemandLine, Form, Request, Talent
from models.hours import decimal
from models.ids import PoolId, TalentId
from models.match import Match
from models.months import Month, plus
from service.cli.frame.write_session import CallOptions

#: The commands of a change that would be enough for a line.
Steps = Callable[[Unmet, Enough], Sequence[str]]


def no_steps(unmet: Unmet, change: Enough) -> Sequence[str]:
    """Where no service stands behind what is shown, no command changes anything."""
    return ()


async def steps_of(store: Reads, pool_id: PoolId, call: CallOptions) -> Steps:
    """The commands for the lines of a pool as it is now."""
    requests = {each.request_id: each for each in await store.requests(pool_id)}
    talents = {each.talent_id: each for each in await store.talents(pool_id)}
    matches = await store.matches(pool_id)

    def steps(unmet: Unmet, change: Enough) -> Sequence[str]:
        request = requests.get(unmet.request_id)
        if request is None:
            return ()
        known = Known(request=request, matches=matches, talents=talents)
        return commands(unmet, change, known, call)

    return steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the commands need to know besides the change."""

    request: Request
    matches: Sequence[Match] = ()
    talents: Mapping[TalentId, Talent] = field(default_factory=dict)


def command(step: str, indent: int) -> Text:
    """A command on a line of its own, whole however narrow the terminal: it is to be copied."""
    return Text(f"{' ' * indent}{step}", style="dim", no_wrap=True, overflow="ignore")


def commands(unmet: Unmet, change: Enough, known: Known, call: CallOptions) -> list[str]:
    """The commands of one change, in order: what is pinned first, then what changes."""
    pool_id = known.request.pool_id
    steps = [*_held(change, known), *_steps(unmet, change, known)]
    where = ["--pool", pool_id]
    return [call.command(*step, *where) for step in steps]


def _held(change: Enough, known: Known) -> Iterator[list[str]]:
    pinned = {(each.line_id, each.talent_id) for each in change.held}
    for match in known.matches:
        if match.live and (match.line_id, match.talent_id) in pinned:
            yield ["decide", "pin", match.match_id]


def _steps(unmet: Unmet, change: Enough, known: Known) -> Iterator[list[str]]:
    request, line = known.request, _line(known.request, unmet.line_id)
    if change.kind in {"pm_line", "talent"}:
        yield from _pm(change, known, unmet)
    if change.people:
        yield _amend(request, f"{unmet.line}.people={change.people}")
    if change.kind == "talent" and line is not None:
        yield _post(line, change.hours, change.form, known)
    if change.kind == "exclusive" and change.line_id:
        number = change.line_id.rpartition("/")[2]
        asked = change.line_id.rpartition("/")[0]
        yield ["amend", "request", asked, "--set", f"{number}.exclusive=no"]
    if change.kind == "nature" and change.form:
        natures = ",".join(nature.value for nature in change.natures)
        yield ["configure", "--set", f"natures.{change.form.value}={natures}"]
    if change.kind == "decline" and change.talent_id:
        yield _offered_again(unmet, change.talent_id, known)
    if change.talent_id and (options := list(_of_talent(change, known))):
        yield ["amend", "talent", change.talent_id, *options]


def _offered_again(unmet: Unmet, talent_id: TalentId, known: Known) -> list[str]:
    """What was ended from a month on is resumed; a decline or a cancellation is lifted."""
    for match in known.matches:
        of_pair = (match.line_id, match.talent_id) == (unmet.line_id, talent_id)
        if of_pair and match.live and set(match.ended_hours) & set(unmet.by_month):
            return ["decide", "resume", match.match_id]
    return ["decide", "unbar", "--line", unmet.line_id, "--talent", talent_id]


def _of_talent(change: Enough, known: Known) -> Iterator[str]:
    talent = known.talents.get(change.talent_id) if change.talent_id else None
    match change.kind:
        case "places":
            yield from ("--set", f"municipalities_at_once={change.at_once}")
        case "skill":
            yield from ("--set", f"skills+={change.skill}:{change.level}")
        case "exclusion":
            yield from ("--set", f"excluded-={','.join(change.excluded)}")
        case "training":
            yield from ("--set", f"trained_from={change.first}")
        case "contract" if change.first and change.last:
            if talent is None or change.first < talent.contract_from:
                yield from ("--set", f"contract_from={change.first}")
            if talent is None or change.last > talent.contract_until:
                yield from ("--set", f"contract_until={change.last}")
            if talent is not None and talent.form is Form.FISCAL_YEAR:
                yield from ("--set", f"renewed_until={change.last}")
    if change.kind != "talent":
        for span, hours in spans(change.hours):
            yield from ("--add-hours", f"{span}={hours}")


def _pm(change: Enough, known: Known, unmet: Unmet) -> Iterator[list[str]]:
    """The PM line served by somebody new; or, without such a line, a PM of the municipality."""
    request = known.request
    if change.line_id:
        if pm := _line(request, change.line_id):
            yield _post(pm, pm.hours, None, known)
    elif unmet.cause == "no_pm" and not request.pm_in_place:
        yield _amend(request, "pm_in_place=yes")


def _post(
    line: DemandLine, hours: Mapping[Month, int], form: Form | None, known: Known
) -> list[str]:
    months = sorted(month for month, amount in hours.items() if amount)
    role = line.role.value
    # Somebody who is not there yet, nor was; whoever comes may have any other id.
    new = next(name for at in count(1) if (name := f"new-{role}-{at}") not in known.talents)
    words = ["post", "talent", "--id", new, "--role", role]
    for span, amount in spans(hours):
        words += ["--hours", f"{span}={amount}"]
    for name, level in line.skills.items():
        words += ["--skill", f"{name}:{level}"]
    if form and form is not Form.FULL_TIME:
        words += ["--form", form.value]
    return [*words, "--from", months[0], "--until", months[-1], "--trained-from", months[0]]


def spans(hours: Mapping[Month, int]) -> Iterator[tuple[str, str]]:
    """Months in a row with the same hours as one: `2026-12..2027-02`, `16`."""
    months = sorted(month for month, amount in hours.items() if amount)
    while months:
        first, count = months[0], 1
        while (
            count < len(months)
            and months[count] == plus(first, count)
            and hours[months[count]] == hours[first]
        ):
            count += 1
        last = months[count - 1]
        yield (first if count == 1 else f"{first}..{last}"), decimal(hours[first])
        months = months[count:]


def _amend(request: Request, text: str) -> list[str]:
    return ["amend", "request", request.request_id, "--set", text]


def _line(request: Request, line_id: str) -> DemandLine | None:
    return next((ln for ln in request.lines if request.line_id(ln.line) == line_id), None)
