"""Which rules one more assignment would break, by name, beside those that stay."""

from collections.abc import Callable, Iterator, Sequence

from matcher.check.made import Made
from matcher.check.rules import (
    block,
    capacity,
    concurrency,
    demand,
    eligible,
    exclusive,
    whole_line,
)
from matcher.problem import Assignment, Problem

#: In the order in which they are told.
_RULES: dict[str, Callable[[Made], Iterator[str]]] = {
    "eligible": eligible,
    "capacity": capacity,
    "demand": demand,
    "whole_line": whole_line,
    "block": block,
    "concurrency": concurrency,
    "exclusive": exclusive,
}


def broken_by(problem: Problem, stay: Sequence[Assignment], more: Assignment) -> tuple[str, ...]:
    """The rules that hold without the assignment and would not with it."""
    # It is looked at as what nobody has agreed to yet: what is pinned is spared most rules.
    unpinned = problem.model_copy(
        update={"pins": tuple(pin for pin in problem.pins if pin.pair != more.pair)}
    )
    before, after = Made(unpinned, stay), Made(unpinned, [*stay, more])
    return tuple(name for name, rule in _RULES.items() if set(rule(after)) - set(rule(before)))
