"""Decorators that compile a function with numba, typed as it was; nothing else imports numba."""

from collections.abc import Callable
from typing import Any, TypeVar

import numba

from matcher.arrays.compile_cache import folder

F = TypeVar("F", bound=Callable[..., Any])

# Read when a function is decorated: the checkout itself may be read-only.
setattr(numba.config, "CACHE_DIR", str(folder()))  # noqa: B010  it has no types


#: Nothing here allocates, and counting references to some forty arrays at every call made the
#: search twenty times slower.
_ALWAYS = {"cache": True, "nogil": True, "_nrt": False}
_NEVER_FROM_OUTSIDE = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}


def compiled(function: F) -> F:
    """Compile at the first call, or load what an earlier process compiled.

    All arguments have the fixed types of arrays.py and state.py, so it is compiled once. It lets go
    of the interpreter's lock: threads may run it side by side. It must not allocate.
    """
    return _compile(function)


def inner(function: F) -> F:
    """Compile a function that only compiled ones call: nothing to unpack, so less to compile."""
    return _compile(function, **_NEVER_FROM_OUTSIDE)


def inline(function: F) -> F:
    """`inner`, and made a part of its callers: for the short ones that are called without end."""
    return _compile(function, **_NEVER_FROM_OUTSIDE, forceinline=True)


def _compile(function: F, **more: bool) -> F:
    options: dict[str, Any] = _ALWAYS | more
    made: F = numba.njit(**options)(function)
    return made
