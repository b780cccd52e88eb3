"""A pause of the garbage collector while somebody waits for an answer."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused() -> Iterator[None]:
    """Leave garbage lying meanwhile: to look through a large pool takes as long as many an answer.

    Only cycles are left: what nobody holds any more is freed as ever. Planning makes hardly any, so
    memory stays where it is. Threads that do the same may end it for each other, which is harmless.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
