"""What makes a scenario real: its changes as steps, in their order."""

from collections.abc import Iterator, Sequence

from application.views.steps import (
    AddTalent,
    ChangeRequest,
    ChangeSettings,
    ChangeTalent,
    Step,
    WithdrawRequest,
)
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
from matcher.whatif.vacant import skills_of
from matcher.whatif.waive import lacks_training
from models.entities import TrainingWaiver
from models.ids import RequestId
from models.months import Month, window


def steps_of_scenario(
    snapshot: Snapshot, scenario: Scenario, first_month: Month
) -> tuple[Step, ...]:
    """Steps where there are any: who wrote a request to be added has its file."""
    months = window(first_month, snapshot.settings.horizon)
    return tuple(step for change in scenario.changes for step in _steps(snapshot, change, months))


def _steps(snapshot: Snapshot, change: Change, months: Sequence[Month]) -> Iterator[Step]:
    pool_id = snapshot.pool_id
    match change:
        case MoreHours(talent_id=talent_id):
            chosen = change.months or _term(snapshot, talent_id, months)
            more = dict.fromkeys(chosen, change.hours)
            yield ChangeTalent(pool_id=pool_id, talent_id=talent_id, more_hours=more)
        case Vacant():
            # Who is hired is not known yet: a post has no person's name.
            term = change.months or tuple(months)
            trained = min(term) if snapshot.settings.training_required else None
            yield AddTalent(
                pool_id=pool_id,
                role=change.role,
                form=change.form,
                first=min(term),
                last=max(term),
                hours=dict.fromkeys(term, change.hours),
                trained_from=trained,
                skills=skills_of(snapshot, change),
            )
        case SetWeights(weights=weights):
            yield ChangeSettings(pool_id=pool_id, weights=weights)
        case Waive():
            yield from _waive(snapshot, change)
        case People(line_id=line_id, people=people):
            request_id, _, line = line_id.rpartition("/")
            fields = {f"{line}.people": people}
            yield ChangeRequest(pool_id=pool_id, request_id=RequestId(request_id), fields=fields)
        case Drop(request_id=request_id):
            yield WithdrawRequest(pool_id=pool_id, request_id=request_id)
        case Add() | Leave() | OtherTalent() | OtherRequest() | OtherSettings():
            pass  # made on the pages, and made real there


def _waive(snapshot: Snapshot, change: Waive) -> Iterator[Step]:
    """Exclusion and training are fields of the talent; a decline is history: it stays."""
    pool_id, talent_id = snapshot.pool_id, change.talent_id
    places = {
        code
        for request in snapshot.requests
        if request.request_id == change.request_id
        for code in request.municipalities
    }
    for talent in snapshot.talents:
        if talent.talent_id != talent_id:
            continue
        if places & set(talent.excluded):
            stay = tuple(code for code in talent.excluded if code not in places)
            yield ChangeTalent(pool_id=pool_id, talent_id=talent_id, fields={"excluded": stay})
        if lacks_training(snapshot, talent):
            waiver = {"training_waiver": TrainingWaiver.URGENT.value}
            yield ChangeTalent(pool_id=pool_id, talent_id=talent_id, fields=waiver)


def _term(snapshot: Snapshot, talent_id: str, months: Sequence[Month]) -> list[Month]:
    """The months of the plan in which the talent is under contract."""
    return [
        month
        for talent in snapshot.talents
        if talent.talent_id == talent_id
        for month in months
        if talent.contract_from <= month <= talent.last_month
    ]
