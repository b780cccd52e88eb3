"""What is said between the service and its solver process, a JSON line each."""

from matcher.plan import Plan
from matcher.problem import Assignment, Problem
from models.frozen import Frozen


class Question(Frozen):
    """A problem to solve until a moment."""

    problem: Problem
    start: tuple[Assignment, ...] = ()
    until: float  #: seconds since 1970; a clock that two processes share
    seed: int = 0


class Reply(Frozen):
    """A plan, the last or one on the way; or the kind and place of an error."""

    plan: Plan | None = None
    final: bool = True
    failure: str = ""
