"""The incumbent: the best checked plan so far, and the least upper bound on its points."""

from collections.abc import Callable, Sequence
from threading import RLock
from time import monotonic

from matcher.check import faults, terms
from matcher.plan import Plan, Status, Terms
from matcher.problem import Assignment, Problem

Progress = Callable[[Plan], None]


class Incumbent:
    """Takes proposals; keeps only what the checker accepts. Its bound only falls.

    Threads may share it.
    """

    def __init__(self, problem: Problem, seconds: float, progress: Progress | None = None) -> None:
        self.problem = problem
        self.assignments: tuple[Assignment, ...] | None = None
        self.terms = Terms()
        self.method = "pins"
        self._bounds: dict[str, int] = {}
        self._progress = progress
        self._began = monotonic()
        self._seconds = seconds
        self._one_at_a_time = RLock()

    @property
    def left(self) -> float:
        """Seconds until the deadline, at least 0."""
        return max(0.0, self._began + self._seconds - monotonic())

    @property
    def score(self) -> int:
        return self.terms.score

    @property
    def bound(self) -> int | None:
        """Points that no plan exceeds; None where nobody has said."""
        return min(self._bounds.values(), default=None)

    @property
    def agreed(self) -> bool:
        """Whether two methods say, each for itself, that no better plan exists."""
        return self.assignments is not None and len(self._closing) > 1

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
        if not self._beaten_by(earned):
            return False
        if faults(self.problem, self._plan(made, earned, None, method, Status.FEASIBLE)):
            return False
        with self._one_at_a_time:
            if not self._beaten_by(earned):  # another thread was faster
                return False
            self.assignments, self.terms, self.method = made, earned, method
            # A checked plan cannot be wrong, so a bound below it was: forget it.
            self._bounds = {by: b for by, b in self._bounds.items() if b >= earned.score}
            self._tell()
        return True

    def limit(self, bound: int | None, by: str = "prices") -> None:
        """Learn that no plan has more points; a bound below a checked plan is not believed.

        Two bounds `by` the same method are one opinion. `prices`: without any solver.
        """
        with self._one_at_a_time:
            if bound is None or bound < self.score or bound >= self._bounds.get(by, bound + 1):
                return
            before, self._bounds[by] = self.bound, bound
            if before is None or bound < before:
                self._tell()

    def _beaten_by(self, earned: Terms) -> bool:
        return self.assignments is None or earned.score > self.score

    def plan(self, status: Status = Status.FEASIBLE, method: str | None = None) -> Plan:
        """The plan in hand."""
        if method is None and status is Status.OPTIMAL:
            method = f"{self.method}, {max(self._closing)} agrees"
        return self._plan(
            self.assignments or (), self.terms, self.bound, method or self.method, status
        )

    @property
    def _closing(self) -> list[str]:
        return [by for by, bound in self._bounds.items() if bound <= self.score]

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
