"""What is in hand: calls that were begun and have neither returned nor raised."""

import inspect
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(eq=False)
class Held:
    """One call."""

    name: str
    looks: int = 0  #: how often it was found unfinished


@dataclass(frozen=True)
class PendingCalls:
    """Every call that leaves the service, and every pool that is planned, while it lasts.

    Each has an end within its own limits, or an error that is said: one that has neither is stuck.
    """

    _held: dict[int, Held] = field(default_factory=dict)

    def look(self) -> list[Held]:
        """All of it, each counted as seen once more; from any thread."""
        held = list(self._held.values())
        for each in held:
            each.looks += 1
        return held

    def call(self, name: str, work: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
        """The same function; it is in hand while it runs."""

        @wraps(work)
        async def watched(*args: P.args, **more: P.kwargs) -> T:
            with self._holding(name):
                return await work(*args, **more)

        return watched

    def calls(self, name: str, thing: T) -> T:
        """The same thing; each of its coroutines is in hand while it runs."""
        return cast(T, _Calls(self, name, thing))

    @contextmanager
    def _holding(self, name: str) -> Iterator[None]:
        held = Held(name)
        self._held[id(held)] = held
        try:
            yield
        finally:
            del self._held[id(held)]


class _Calls:
    def __init__(self, pending: PendingCalls, name: str, thing: object) -> None:
        self._pending, self._name, self._thing = pending, name, thing

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._thing, name)
        if inspect.iscoroutinefunction(found):
            return self._pending.call(f"{self._name}.{name}", found)
        return found
