"""Modules of a command, loaded without the garbage collector."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """No collector meanwhile, and none over what was loaded ever after.

    Modules stay until the end: to look through their fifty thousand objects again and again is a
    fifth of a short call.
    """
    was_on, before = gc.isenabled(), len(sys.modules)
    gc.disable()
    try:
        yield
    finally:
        if len(sys.modules) > before:
            gc.freeze()
        if was_on:
            gc.enable()
