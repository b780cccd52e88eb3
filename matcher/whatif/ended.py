"""problem + an end of a match -> the plan that would follow at once. Pure; nothing is written."""

from collections.abc import Iterable, Mapping, Set

from matcher.plan import Plan
from matcher.planning.changes import Changes, changes
from matcher.problem import Assignment, Bar, PairId, Previous, Problem
from matcher.repair.problem_diff import ProblemDiff
from matcher.repair.repair_plan import repair_plan
from models.match import Decline, DeclineReason, Match
from models.months import Month


def after_end(
    known: tuple[Problem, Plan],
    ended: tuple[Match, Match],
    decline: Decline,
    shown: Set[PairId],
) -> Changes | None:
    """What would move if a match ended as `ended` says (before, after), barred by `decline`.

    `shown`: pairs that people have seen. None where the whole pool would be planned anew.
    """
    problem, plan = known
    before = _restated(problem, plan.assignments, shown)
    without = _without(before, *ended, decline)
    found = ProblemDiff(before, without)
    repaired = repair_plan(found, plan.assignments, (*without.pins, *without.previous))
    return changes(plan.assignments, repaired.plan.assignments) if repaired else None


def _restated(problem: Problem, made: Iterable[Assignment], shown: Set[PairId]) -> Problem:
    """The problem as the next plan would find it: what was planned is what stood before."""
    pinned = {pin.pair for pin in problem.pins}
    previous = tuple(
        Previous(line_id=a.line_id, talent_id=a.talent_id, hours=a.hours, seen=a.pair in shown)
        for a in made
        if a.pair not in pinned
    )
    return problem.model_copy(update={"previous": previous})


def _without(problem: Problem, match: Match, after: Match, decline: Decline) -> Problem:
    pair = match.line_id, match.talent_id
    left = _within(after.hours if after.live else {}, problem)
    stays = (Assignment(line_id=pair[0], talent_id=pair[1], hours=left),) if left else ()
    return problem.model_copy(
        update={
            "pins": (*(pin for pin in problem.pins if pin.pair != pair), *stays),
            "previous": tuple(each for each in problem.previous if each.pair != pair),
            "bars": (*problem.bars, *_bars(problem, decline)),
        }
    )


def _bars(problem: Problem, decline: Decline) -> Iterable[Bar]:
    """The pairs that are not offered any more: of this line, or of a municipality's lines."""
    months: tuple[Month, ...] = decline.months
    if decline.since is not None:
        months = tuple(month for month in problem.months if month >= decline.since)
    by_place = decline.reason is DeclineReason.THIS_MUNICIPALITY
    for line in problem.lines:
        if decline.bars(line.line_id, line.municipalities):
            some = () if by_place else tuple(m for m in months if m in problem.months)
            yield Bar(line_id=line.line_id, talent_id=decline.talent_id, months=some)


def _within(hours: Mapping[Month, int], problem: Problem) -> dict[Month, int]:
    return {m: amount for m, amount in hours.items() if amount and m in problem.months}
