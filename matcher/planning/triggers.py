"""What led from one problem of a pool to the next, for people: kinds and ids."""

from collections.abc import Iterable, Iterator, Sequence

from matcher.problem import Hours, Line, PairId, ProblemTalent
from matcher.repair.problem_diff import ProblemDiff
from models.months import Month
from models.plan_triggers import NAMED, Trigger, TriggerKind

#: What a line is worth follows from other things; it is not a change of the request.
_WORTH = {"value": 0, "need": {}}

_WITHOUT_IDS = {TriggerKind.SETTINGS, TriggerKind.MONTH_TURNED, TriggerKind.DAY_TURNED}

#: Nothing has changed but the plan.
IMPROVED = (Trigger(kind=TriggerKind.IMPROVED),)


def triggers(found: ProblemDiff) -> tuple[Trigger, ...]:
    """Everything people or the calendar changed, in the order of the kinds."""
    return tuple(
        Trigger(kind=kind, ids=ids[:NAMED], count=len(ids))
        for kind, ids in _found(found)
        if ids or kind in _WITHOUT_IDS
    )


def _found(found: ProblemDiff) -> Iterator[tuple[TriggerKind, Sequence[str]]]:
    old, new = _requests(found.old_lines.values()), _requests(found.new_lines.values())
    yield TriggerKind.REQUEST_POSTED, [r for r in new if r not in old]
    yield TriggerKind.REQUEST_AMENDED, _amended(found, old, new)
    yield TriggerKind.REQUEST_WITHDRAWN, [r for r in old if r not in new]
    agreed = {talent_id for _, talent_id in _settled(found)}
    talents = {
        talent_id: (was, now)
        for talent_id, (was, now) in found.talents_changed.items()
        if talent_id not in agreed or _with_hours_of(found, was, now) != now
    }.items()
    hours = [talent_id for talent_id, (was, now) in talents if _only_hours(was, now)]
    yield TriggerKind.TALENT_JOINED, [t for t in found.new_talents if t not in found.old_talents]
    yield TriggerKind.HOURS_CHANGED, hours
    moved = dict.fromkeys(talent for _, talent in found.paths_changed)
    amended = dict.fromkeys(t for t, _ in talents if t not in hours) | moved
    yield TriggerKind.TALENT_AMENDED, sorted(amended)
    yield TriggerKind.TALENT_LEFT, [t for t in found.old_talents if t not in found.new_talents]
    yield TriggerKind.DECLINED, _named(found.barred)
    yield TriggerKind.AGREED, _named(found.pinned)
    ended = set(found.barred)
    yield TriggerKind.RELEASED, _named(p for p in found.unpinned if p not in ended)
    if found.settings_changed:
        yield TriggerKind.SETTINGS, ()
    if found.month_turned:
        yield TriggerKind.MONTH_TURNED, ()
    if found.day_turned and not found.settings_changed:
        yield TriggerKind.DAY_TURNED, ()


def _requests(lines: Iterable[Line]) -> dict[str, None]:
    return dict.fromkeys(line.request_id for line in lines)


def _amended(found: ProblemDiff, old: dict[str, None], new: dict[str, None]) -> list[str]:
    agreed = {line_id for line_id, _ in _settled(found)}
    changed = [
        now
        for was, now in found.lines_changed.values()
        if _asks_otherwise(
            _as_cut(found, was, now) if now.line_id in agreed else was,
            now,
            valued_alike=not found.settings_changed,
        )
    ]
    came = [line for at, line in found.new_lines.items() if at not in found.old_lines]
    went = [line for at, line in found.old_lines.items() if at not in found.new_lines]
    return [r for r in _requests((*changed, *came, *went)) if r in old and r in new]


def _asks_otherwise(was: Line, now: Line, *, valued_alike: bool) -> bool:
    if was.model_copy(update=_WORTH) != now.model_copy(update=_WORTH):
        return True
    # Urgency is part of the value: it has changed where need and weights have not.
    return valued_alike and was.value != now.value and was.need == now.need


def _settled(found: ProblemDiff) -> Iterator[PairId]:
    """Pairs about which people have decided."""
    yield from (*found.barred, *found.pinned, *found.unpinned)


def _as_cut(found: ProblemDiff, was: Line, now: Line) -> Line:
    """The line with what follows from an agreement and is nobody's change of the request.

    Where work ends early there is room for whoever follows; what is agreed in the running month
    counts whole, the rest by the days left.
    """
    hours = _first_month_of(found, was.hours, now.hours)
    return was.model_copy(update={"people": now.people, "hours": hours})


def _with_hours_of(found: ProblemDiff, was: ProblemTalent, now: ProblemTalent) -> ProblemTalent:
    """The talent with the hours of the running month as they are now, for the same reason."""
    capacity = _first_month_of(found, was.capacity, now.capacity)
    return was.model_copy(update={"capacity": capacity})


def _first_month_of(found: ProblemDiff, was: Hours, now: Hours) -> dict[Month, int]:
    first = found.after.months[0]
    if found.after.workdays is None:
        return dict(was)
    rest = {month: amount for month, amount in was.items() if month != first}
    return rest | ({first: now[first]} if first in now else {})


def _only_hours(was: ProblemTalent, now: ProblemTalent) -> bool:
    return was.model_copy(update={"capacity": now.capacity}) == now


def _named(pairs: Iterable[PairId]) -> list[str]:
    return [f"{line_id}×{talent_id}" for line_id, talent_id in pairs]
