"""The one place that knows numba: a decorator that compiles a function, typed as it was."""

from collections.abc import Callable
from typing import Any, TypeVar

import numba

from matcher.compiled.ready import folder

F = TypeVar("F", bound=Callable[..., Any])

# Read when a function is decorated: the checkout itself may be read-only.
numba.config.CACHE_DIR = str(folder())


def compiled(function: F) -> F:
    """Compile at the first call, or load what an earlier process compiled.

    All arguments have the fixed types of arrays.py and state.py, so it is compiled once. It lets go
    of the interpreter's lock: threads may run it side by side.
    """
    made: F = numba.njit(cache=True, nogil=True, _nrt=False)(function)
    return made


def inner(function: F) -> F:
    """Compile a function that only compiled ones call: nothing to unpack, so far less to compile."""
    made: F = numba.njit(
        cache=True, nogil=True, _nrt=False, no_cpython_wrapper=True, no_cfunc_wrapper=True
    )(function)
    return made


def inline(function: F) -> F:
    """`inner`, and made a part of its callers: for the short ones that are called without end."""
    made: F = numba.njit(
        cache=True,
        nogil=True,
        _nrt=False,
        no_cpython_wrapper=True,
        no_cfunc_wrapper=True,
        forceinline=True,
    )(function)
    return made
