"""A scenario's changes as phrases."""

from collections.abc import Mapping, Sequence

from matcher.ports import Snapshot
from matcher.whatif import (
    Add,
    Change,
    Drop,
    Leave,
    MoreHours,
    OtherRequest,
    OtherSettings,
    OtherTalent,
    People,
    Scenario,
    SetWeights,
    Vacant,
    Waive,
)
from models.changes import changed
from models.entities import Request, Talent
from models.months import Month
from models.phrase import Phrase


def phrases_of(snapshot: Snapshot, scenario: Scenario) -> tuple[Phrase, ...]:
    """What each change says, in their order."""
    requests: dict[str, Request] = {each.request_id: each for each in snapshot.requests}
    talents: dict[str, Talent] = {each.talent_id: each for each in snapshot.talents}
    return tuple(_phrase(change, requests, talents) for change in scenario.changes)


def _phrase(
    change: Change, requests: Mapping[str, Request], talents: Mapping[str, Talent]
) -> Phrase:
    match change:
        case MoreHours():
            code = "whatif_says_more" if change.hours > 0 else "whatif_says_less"
            return Phrase.of(
                code,
                talent_id=change.talent_id,
                hours=abs(change.hours),
                months=_months(change.months),
            )
        case Vacant():
            return Phrase.of(
                "whatif_says_vacant",
                role=change.role.value,
                hours=change.hours,
                months=_months(change.months),
            )
        case SetWeights():
            each = tuple(
                Phrase.of("whatif_weight_points", name=f"weights.{name}", points=points)
                for name, points in change.weights.items()
            )
            return Phrase.of("whatif_says_weights", each=each)
        case Waive():
            return Phrase.of(
                "whatif_says_waive", talent_id=change.talent_id, request_id=change.request_id
            )
        case People():
            return Phrase.of("whatif_says_people", line_id=change.line_id, people=change.people)
        case Add(request=request):
            return Phrase.of("whatif_says_add", request_id=request.request_id)
        case Drop():
            return Phrase.of("whatif_says_drop", request_id=change.request_id)
        case Leave():
            return Phrase.of("whatif_says_leave", talent_id=change.talent_id)
        case OtherTalent(talent=talent):
            return _other(talent, talents.get(talent.talent_id), talent.talent_id)
        case OtherRequest(request=request):
            return _other(request, requests.get(request.request_id), request.request_id)
        case OtherSettings():
            return Phrase.of("whatif_says_settings")


def _other(then: Request | Talent, now: Request | Talent | None, subject: str) -> Phrase:
    if now is None:
        role = then.roles[0].value if isinstance(then, Talent) else ""
        return Phrase.of("whatif_says_new", role=role)
    each = tuple(change.phrase for change in changed(now, then))
    return Phrase.of("whatif_says_other", subject=subject, each=each)


def _months(months: Sequence[Month]) -> Phrase:
    if not months:
        return Phrase.of("whatif_every_month")
    return Phrase.of("whatif_these_months", months=tuple(months))
