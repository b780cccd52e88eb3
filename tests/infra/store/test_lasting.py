"""Garbage among what lasts is left for a while, and then found."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from infra.store.lasting import Lasting


class Node:
    """Holds itself, so that counting references never frees it."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def test_what_lasts_is_not_looked_through_until_enough_was_read() -> None:
    lasting = Lasting(look_after=2)
    gc.collect()
    node = Node()
    gone = weakref.ref(node)
    lasting.leave_out()
    del node
    gc.collect()
    assert gone() is not None

    lasting.leave_out()

    assert gone() is None


def test_without_cycles_it_is_freed_at_once() -> None:
    class Plain:
        pass

    plain = Plain()
    gone = weakref.ref(plain)
    Lasting().leave_out()

    del plain

    assert gone() is None
