"""Months turn, horizons grow and shrink, in every order: what is agreed stays as it was agreed."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from matcher.building.problem_builder import build_problem
from matcher.plan import Plan, Status
from matcher.planning.settle_matches import match_changes
from matcher.roster.greedy import greedy
from models.match import MatchState
from models.months import plus, window
from models.worked_hours import turned, worked
from tests import make

_ALL = window(make.FIRST, 12)
_REQUESTS = (
    make.request("R-1", make.line(hours=make.hours(32, _ALL)), make.line(2, hours={_ALL[9]: 16})),
    make.request("R-2", make.line(hours=make.hours(48, _ALL[4:8]))),
)
_TALENTS = (
    make.talent("T-1", capacity=make.hours(64, _ALL)),
    make.talent("T-2", capacity=make.hours(40, _ALL)),
)


class Calendar(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.month, self.horizon, self.version = make.FIRST, 12, 0
        self.matches, self.agreed, self.record = {}, {}, {}  # type: ignore[var-annotated]
        self.replan()

    @rule()
    def replan(self) -> None:
        self.version += 1
        live = [m for m in self.matches.values() if m.live]
        snapshot = make.snapshot(_REQUESTS, _TALENTS, live, horizon=self.horizon)
        built = build_problem(snapshot, self.month)
        problem = built.problem
        made = greedy(problem, (*problem.pins, *problem.previous))
        plan = Plan(
            pool_id="20",
            version=self.version,
            months=problem.months,
            status=Status.FEASIBLE,
            method="test",
            assignments=made,
        )
        for before, after in match_changes(snapshot, built, plan):
            number = before.match_id if before else f"M-{len(self.matches)}"
            self.matches[number] = after.model_copy(update={"match_id": number})

    @rule(horizon=st.integers(1, 12))
    def configure(self, horizon: int) -> None:
        self.horizon = horizon
        self.replan()

    @rule()
    def turn_the_month(self) -> None:
        before, self.month = self.month, plus(self.month, 1)
        for number, match in self.matches.items():
            if match.live:
                for each in worked(match, (make.SAKU,), before, self.month):  # type: ignore[arg-type]
                    self.record[number, each.month] = each.hours
                self.matches[number] = turned(match, before, self.month)
        self.replan()

    @rule(which=st.integers(0, 99))
    def agree(self, which: int) -> None:
        if drafts := [n for n, m in self.matches.items() if m.state is MatchState.DRAFTED]:
            number = drafts[which % len(drafts)]
            match = self.matches[number].becomes(MatchState.CONFIRMED, "accepted_by_talent")
            self.matches[number] = match
            self.agreed[number] = match.hours

    @invariant()
    def what_is_agreed_stays_as_it_was_agreed(self) -> None:
        for number, hours in self.agreed.items():
            match = self.matches[number]
            assert (match.state, match.hours) == (MatchState.CONFIRMED, hours)

    @invariant()
    def what_is_over_was_worked_as_it_was_agreed_and_nothing_else(self) -> None:
        over = {
            (number, month): amount
            for number, hours in self.agreed.items()
            for month, amount in hours.items()
            if month < self.month
        }
        assert self.record == over

    @invariant()
    def nothing_that_nobody_agreed_to_lies_in_the_past(self) -> None:
        for match in self.matches.values():
            if match.live and match.state is not MatchState.CONFIRMED:
                assert min(match.hours) >= self.month


Calendar.TestCase.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)
TestCalendar = Calendar.TestCase
