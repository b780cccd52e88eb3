"""The commands that would make a scenario real, where there are any."""

from collections.abc import Iterator, Sequence

from matcher.ports import Snapshot
from matcher.whatif import (
    Add,
    Change,
    Drop,
    MoreHours,
    People,
    Scenario,
    SetWeights,
    Vacant,
    Waive,
    skills_of,
)
from matcher.whatif.waive import lacks_training
from models.entities import TrainingWaiver
from models.hours import decimal
from models.months import Month, plus, window
from service.cli.frame.write_session import CallOptions


def commands(
    snapshot: Snapshot, scenario: Scenario, call: CallOptions, first_month: Month
) -> list[str]:
    """Commands to paste, in the order of the changes."""
    months = window(first_month, snapshot.settings.horizon)
    return [
        call.command(*words, "--pool", snapshot.pool_id)
        for change in scenario.changes
        for words in _words(snapshot, change, months)
    ]


def _words(snapshot: Snapshot, change: Change, months: Sequence[Month]) -> Iterator[list[str]]:
    match change:
        case MoreHours():
            chosen = change.months or _term(snapshot, change.talent_id, months)
            adds = [f"--add-hours={span}={decimal(change.hours)}" for span in _spans(chosen)]
            yield ["amend", "talent", change.talent_id, *adds]
        case Vacant():
            # Who is hired is not known yet: a post has no person's name.
            term = change.months or months
            yield [
                *("post", "talent", f"--role={change.role}", f"--form={change.form}"),
                *(f"--from={min(term)}", f"--until={max(term)}"),
                *(f"--hours={span}={decimal(change.hours)}" for span in _spans(term)),
                *([f"--trained-from={min(term)}"] if snapshot.settings.training_required else []),
                *(f"--skill={name}:{level}" for name, level in skills_of(snapshot, change).items()),
            ]
        case SetWeights():
            yield ["configure", *(f"--weight={n}={points}" for n, points in change.weights.items())]
        case Waive():
            yield from _waive(snapshot, change)
        case People():
            request_id, _, line = change.line_id.rpartition("/")
            yield ["amend", "request", request_id, f"--set={line}.people={change.people}"]
        case Drop():
            yield ["withdraw", "request", change.request_id]
        case Add():
            pass  # its author has the file


def _waive(snapshot: Snapshot, change: Waive) -> Iterator[list[str]]:
    """Exclusion and training are fields of the talent; a decline is history: it stays."""
    places = {
        code
        for request in snapshot.requests
        if request.request_id == change.request_id
        for code in request.municipalities
    }
    for talent in snapshot.talents:
        if talent.talent_id == change.talent_id and places & set(talent.excluded):
            stay = ",".join(code for code in talent.excluded if code not in places)
            yield ["amend", "talent", talent.talent_id, f"--set=excluded={stay}"]
        if talent.talent_id == change.talent_id and lacks_training(snapshot, talent):
            waiver = f"--set=training_waiver={TrainingWaiver.URGENT}"
            yield ["amend", "talent", talent.talent_id, waiver]


def _term(snapshot: Snapshot, talent_id: str, months: Sequence[Month]) -> list[Month]:
    """The months of the plan in which the talent is under contract."""
    return [
        month
        for talent in snapshot.talents
        if talent.talent_id == talent_id
        for month in months
        if talent.contract_from <= month <= talent.last_month
    ]


def _spans(months: Sequence[Month]) -> list[str]:
    """`2026-12..2027-03`, a text for each run of months without a gap."""
    runs: list[list[Month]] = []
    for month in sorted(set(months)):
        if runs and month == plus(runs[-1][-1], 1):
            runs[-1].append(month)
        else:
            runs.append([month])
    return [run[0] if len(run) == 1 else f"{run[0]}..{run[-1]}" for run in runs]
