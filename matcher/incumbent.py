"""The best checked plan so far, and the least points that no plan exceeds."""

from collections.abc import Callable, Sequence
from time import monotonic

from matcher.check import faults, terms
from matcher.plan import Plan, Status, Terms
from matcher.problem import Assignment, Problem

Progress = Callable[[Plan], None]


class Incumbent:
    """Takes proposals; keeps only what the checker accepts. Its bound only falls."""

    def __init__(self, problem: Problem, seconds: float, progress: Progress | None = None) -> None:
        self.problem = problem
        self.assignments: tuple[Assignment, ...] | None = None
        self.terms = Terms()
        self.bound: int | None = None
        self.method = "pins"
        self._progress = progress
        self._began = monotonic()
        self._seconds = seconds

    @property
    def left(self) -> float:
        """Seconds until the deadline, at least 0."""
        return max(0.0, self._began + self._seconds - monotonic())

    @property
    def score(self) -> int:
        return self.terms.score

    @property
    def closed(self) -> bool:
        """Whether no better plan exists, if the bound is right."""
        return self.assignments is not None and self.bound is not None and self.bound <= self.score

    def offer(self, assignments: Sequence[Assignment], method: str) -> bool:
        """Whether the plan keeps every promise and is better than the one in hand."""
        made = tuple(sorted(assignments, key=lambda a: a.pair))
        try:
            earned = terms(self.problem, made)
        except KeyError:  # of a line or talent that has left the pool
            return False
        if self.assignments is not None and earned.score <= self.score:
            return False
        if faults(self.problem, self._plan(made, earned, None, method, Status.FEASIBLE)):
            return False
        self.assignments, self.terms, self.method = made, earned, method
        if self.bound is not None and self.bound < earned.score:
            # A checked plan cannot be wrong, so the bound was: forget it.
            self.bound = None
        self._tell()
        return True

    def limit(self, bound: int | None) -> None:
        """Learn that no plan has more points; a bound below a checked plan is not believed."""
        if bound is None or bound < self.score or (self.bound is not None and bound >= self.bound):
            return
        self.bound = bound
        self._tell()

    def plan(self, status: Status = Status.FEASIBLE, method: str | None = None) -> Plan:
        """The plan in hand."""
        return self._plan(
            self.assignments or (), self.terms, self.bound, method or self.method, status
        )

    def _plan(
        self,
        made: tuple[Assignment, ...],
        earned: Terms,
        bound: int | None,
        method: str,
        status: Status,
    ) -> Plan:
        return Plan(
            pool_id=self.problem.pool_id,
            version=self.problem.version,
            months=self.problem.months,
            status=status,
            method=method,
            assignments=made,
            terms=earned,
            score=earned.score,
            bound=bound,
            seconds=round(monotonic() - self._began, 3),
        )

    def _tell(self) -> None:
        if self._progress is not None and self.assignments is not None:
            self._progress(self.plan())
