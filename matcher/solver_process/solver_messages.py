"""Messages between the service and its solver process, a JSON line each."""

from matcher.plan import Plan
from matcher.problem import Assignment, Problem
from models.frozen import Frozen


class Question(Frozen):
    """A problem to solve for so many seconds, counted from when it is read.

    A child that is still loading reads later: on a busy machine nothing would be left of a short
    budget if loading counted.
    """

    problem: Problem
    start: tuple[Assignment, ...] = ()
    seconds: float
    seed: int = 0


class Reply(Frozen):
    """A plan, the last or one on the way; or the kind and place of an error."""

    plan: Plan | None = None
    final: bool = True
    failure: str = ""
