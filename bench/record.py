"""One line of the results: a method on an instance, checked."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from bench.fresh import Ended, run_fresh
from bench.generate import fingerprint
from bench.outcome import Outcome, Outcomes, Step
from matcher.check import faults, terms
from matcher.plan import Plan, Status
from matcher.problem import Problem
from models.frozen import Frozen

#: Seconds a process may take beyond its budget before it is killed; twice the budget besides.
_GRACE = 60.0
#: Of the last plan's points: before it has so many, a plan is not one that people could use.
_A_PLAN = 0.75
#: A run is late from so much of its seconds, and so many more, on.
_LATE, _START = 1.05, 0.5


class Record(Frozen):
    """Score and bound are sums over the pools; None where a pool has no valid plan or no bound."""

    size: str
    seed: int
    method: str
    seconds: float  #: granted
    used: float = 0.0  #: taken, without start and reading
    whole: float = 0.0  #: taken, with both
    score: int | None = None
    bound: int | None = None
    scores: tuple[int | None, ...] = ()
    bounds: tuple[int | None, ...] = ()
    keys: tuple[str, ...] = ()  #: fingerprints of the pools
    proved: bool = False
    first_plan: float | None = None  #: seconds until 75 % of the last score
    first_bound: float | None = None
    memory_mib: float = 0.0
    steps: tuple[Step, ...] = ()  #: of a single pool
    trouble: str = ""  #: why there is no score, or what else was wrong
    note: str = ""

    @classmethod
    def measured(
        cls, size: str, seed: int, method: str, seconds: float, problems: list[Problem]
    ) -> Self:
        """Run the method in a fresh process and check what it says."""
        outcomes, ended = ask(method, seconds, seed, problems)
        empty = cls(
            size=size,
            seed=seed,
            method=method,
            seconds=seconds,
            whole=round(ended.seconds, 2),
            memory_mib=ended.memory_mib,
            keys=tuple(fingerprint(problem) for problem in problems),
        )
        return empty.model_copy(update=_judged(problems, outcomes, ended))._on_time()

    def _on_time(self) -> Self:
        """Itself, with a word of trouble where it took more than its seconds."""
        if self.used <= self.seconds * _LATE + _START:
            return self
        late = f"late: {self.used:g} of {self.seconds:g} s"
        return self.model_copy(update={"trouble": self.trouble or late})


def ask(
    method: str, seconds: float, seed: int, problems: Sequence[Problem]
) -> tuple[tuple[Outcome, ...], Ended]:
    """What the method answers in a fresh process; no outcomes where the process failed."""
    with TemporaryDirectory(prefix="bench-") as folder:
        pools, out = Path(folder) / "pools", Path(folder) / "out.json"
        pools.mkdir()
        for at, problem in enumerate(problems):
            (pools / f"{at:03d}.json").write_text(problem.model_dump_json(), encoding="utf-8")
        arguments = ["-m", "bench.one", method, str(pools), str(seconds), str(seed), str(out)]
        ended = run_fresh(arguments, patience=2 * seconds + _GRACE)
        if not out.exists():
            return (), ended
        return Outcomes.model_validate_json(out.read_bytes()).outcomes, ended


def _judged(
    problems: list[Problem], outcomes: tuple[Outcome, ...], ended: Ended
) -> dict[str, object]:
    """What the outcomes are worth; only what the checker accepts counts."""
    if not outcomes:
        return {"trouble": f"exit code {ended.code}: {ended.complaint}"[:300]}
    scores: list[int | None] = []
    bounds: list[int | None] = []
    trouble = ""
    for problem, outcome in zip(problems, outcomes, strict=True):
        score, wrong = checked(problem, outcome)
        trouble = trouble or wrong
        scores.append(score)
        agrees = _counts_alike(outcome, score)
        bounds.append(outcome.bound if agrees else None)
        if not agrees and not wrong:
            trouble = trouble or f"claims {outcome.claimed} points, earns {score}"
    firsts = [_first_plan(outcome) for outcome in outcomes]
    at = next((s.seconds for o in outcomes for s in o.steps if s.bound is not None), None)
    return {
        "scores": tuple(scores),
        "bounds": tuple(bounds),
        "score": _sum(scores),
        "bound": _sum(bounds),
        "proved": all(outcome.proved for outcome in outcomes),
        # Pools are solved side by side, so their seconds add up to two cores' time.
        "used": round(max(o.seconds for o in outcomes) if len(outcomes) == 1 else ended.seconds, 2),
        "first_plan": None if None in firsts else max(f for f in firsts if f is not None),
        "first_bound": at if len(outcomes) == 1 else None,
        "steps": outcomes[0].steps[-200:] if len(outcomes) == 1 else (),
        "trouble": trouble,
        "note": outcomes[0].note,
    }


def _counts_alike(outcome: Outcome, score: int | None) -> bool:
    """Whether its points are ours: who counts differently bounds something else.

    An unfinished solver may claim less: variables that only earn points are not yet at their most.
    """
    if outcome.claimed is None or outcome.claimed == score:
        return True
    return score is not None and outcome.claimed < score and not outcome.proved


def _first_plan(outcome: Outcome) -> float | None:
    if not outcome.steps:
        return None
    enough = outcome.steps[-1].score * _A_PLAN
    return next(step.seconds for step in outcome.steps if step.score >= enough)


def checked(problem: Problem, outcome: Outcome) -> tuple[int | None, str]:
    """Points of the plan by the checker's count; none, and the first fault, where it is refused."""
    if outcome.assignments is None:
        return None, "no plan"
    try:
        earned = terms(problem, outcome.assignments)
    except KeyError as stranger:
        return None, f"{stranger} is not in the problem"
    plan = Plan(
        pool_id=problem.pool_id,
        version=problem.version,
        months=problem.months,
        status=Status.FEASIBLE,
        method="bench",
        assignments=outcome.assignments,
        terms=earned,
        score=earned.score,
    )
    broken = faults(problem, plan)
    return (None, f"{len(broken)} faults: {broken[0]}") if broken else (earned.score, "")


def _sum(found: list[int | None]) -> int | None:
    return None if None in found else sum(one for one in found if one is not None)
