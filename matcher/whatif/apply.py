"""snapshot + change -> snapshot: the pool as it would be. Pure: the store never hears of it."""

from collections.abc import Sequence
from dataclasses import replace

from pydantic import ValidationError

from matcher.ports import Snapshot
from matcher.whatif.instead import with_other_request, with_other_talent
from matcher.whatif.known import no_line, the_request, the_talent, with_talent
from matcher.whatif.scenario import (
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
from matcher.whatif.vacant import vacancy
from matcher.whatif.waive import waived
from models.entities import Request, Talent
from models.errors import Mistake
from models.months import Month, window
from models.pool_settings import Weights
from models.validation import cause
from models.worth import check_worth


def applied(snapshot: Snapshot, scenario: Scenario, first_month: Month) -> Snapshot:
    """The pool with every change of a scenario, in order. Raises Mistake as `apply` does."""
    for change in scenario.changes:
        snapshot = apply(snapshot, change, first_month)
    return snapshot


def apply(snapshot: Snapshot, change: Change, first_month: Month) -> Snapshot:
    """The pool with one change; months that it leaves open are those planned from `first_month`.

    Raises Mistake, with how to mend it, where the change names what the pool does not have.
    """
    months = window(first_month, snapshot.settings.horizon)
    match change:
        case MoreHours():
            talent = the_talent(snapshot, change.talent_id)
            return with_talent(snapshot, _with_hours(talent, change, months))
        case Vacant():
            return replace(snapshot, talents=(*snapshot.talents, vacancy(snapshot, change, months)))
        case SetWeights():
            return _weighted(snapshot, change)
        case Waive():
            return waived(snapshot, change)
        case People():
            return _shared(snapshot, change)
        case Add():
            return _with_request(snapshot, change.request)
        case Drop():
            gone = the_request(snapshot, change.request_id)
            return replace(snapshot, requests=tuple(r for r in snapshot.requests if r is not gone))
        case Leave():
            left = the_talent(snapshot, change.talent_id)
            return replace(snapshot, talents=tuple(t for t in snapshot.talents if t is not left))
        case OtherTalent():
            return with_other_talent(snapshot, change.talent)
        case OtherRequest():
            return with_other_request(snapshot, change.request)
        case OtherSettings():
            check_worth(change.settings, snapshot.settings)
            return replace(snapshot, settings=change.settings)


def _with_hours(talent: Talent, change: MoreHours, months: Sequence[Month]) -> Talent:
    term = [m for m in months if talent.contract_from <= m <= talent.last_month]
    chosen = change.months or term
    if outside := [m for m in chosen if m not in term]:
        raise Mistake(
            "whatif_month_outside",
            month=outside[0],
            talent_id=talent.talent_id,
            first=months[0],
            last=months[-1],
            contract_from=talent.contract_from,
            contract_until=talent.last_month,
        )
    capacity = dict(talent.capacity)
    for month in chosen:
        after = capacity.get(month, 0) + change.hours
        if after < 0:
            raise Mistake(
                "whatif_too_few_hours",
                talent_id=talent.talent_id,
                month=month,
                there=capacity.get(month, 0),
                less=-change.hours,
            )
        capacity[month] = after
    return talent.model_copy(update={"capacity": capacity})


def _weighted(snapshot: Snapshot, change: SetWeights) -> Snapshot:
    settings = snapshot.settings
    try:
        weights = Weights(**settings.weights.model_dump() | change.weights)
    except ValidationError as error:
        fault = error.errors()[0]
        name = str(fault["loc"][0])
        raise Mistake(
            "whatif_weight", name=name, wrong=cause(fault), known=tuple(Weights.model_fields)
        ) from None
    after = settings.model_copy(update={"weights": weights})
    check_worth(after, settings)
    return replace(snapshot, settings=after)


def _shared(snapshot: Snapshot, change: People) -> Snapshot:
    request_id, _, number = change.line_id.rpartition("/")
    request = the_request(snapshot, request_id)
    if int(number) not in {line.line for line in request.lines}:
        raise no_line(request, int(number))
    lines = tuple(
        line.model_copy(update={"people": change.people}) if line.line == int(number) else line
        for line in request.lines
    )
    wider = request.model_copy(update={"lines": lines})
    return replace(
        snapshot, requests=tuple(wider if r is request else r for r in snapshot.requests)
    )


def _with_request(snapshot: Snapshot, request: Request) -> Snapshot:
    if request.pool_id != snapshot.pool_id:
        raise Mistake("whatif_request_of_pool", request_id=request.request_id, pool=request.pool_id)
    if request.request_id in {r.request_id for r in snapshot.requests}:
        raise Mistake("whatif_request_there", request_id=request.request_id)
    return replace(snapshot, requests=(*snapshot.requests, request))
