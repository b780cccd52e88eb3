"""What a method says of a problem, and how it got there."""

from collections.abc import Callable
from typing import Annotated

from pydantic import Field

from matcher.problem import Assignment, Problem
from models.frozen import Frozen


class Step(Frozen):
    """A moment of a run: from `seconds` on, the method held this."""

    seconds: float
    score: int
    bound: int | None = None


class Outcome(Frozen):
    """A plan, or none; what the method claims of it; the way there."""

    assignments: tuple[Assignment, ...] | None = None
    claimed: int | None = None  #: points, in the method's own count
    bound: int | None = None
    proved: bool = False
    steps: tuple[Step, ...] = ()
    seconds: Annotated[float, Field(ge=0)] = 0.0
    note: str = ""


class Outcomes(Frozen):
    """What a fresh process answers: one outcome of each pool."""

    outcomes: tuple[Outcome, ...]


#: Problem, seconds of wall clock, seed -> outcome.
Method = Callable[[Problem, float, int], Outcome]
