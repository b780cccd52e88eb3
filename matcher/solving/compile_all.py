"""`python -m matcher.solving.compile_all`: compile the search and the bound, so that no plan waits.

Part of set-up and of the image. `--gently` gives way to other work, and ends where stdin does: that
is how a service compiles where set-up has not.
"""

import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from time import monotonic

from matcher.arrays.compile_cache import declare_ready, folder, ready

_BEGINS = "compiling the search (once for every version, about a minute) ...\n"


def main(*, gently: bool = False) -> int:
    """Compile what is not compiled yet; 1 where that fails, which stops nobody from planning."""
    if not ready():
        began = monotonic()
        sys.stderr.write(_BEGINS)
        if gently:
            with suppress(AttributeError, OSError):  # not every system can
                os.nice(10)
        try:
            with _alone(wait=not gently) as alone:
                if alone and not ready():
                    use_once()
                    declare_ready()
        except Exception as error:
            sys.stderr.write(
                f"the search could not be compiled ({type(error).__name__}: {error}); plans come "
                "from greedy insertion and HiGHS until it is\n"
            )
            return 1
        sys.stderr.write(f"compiled in {monotonic() - began:.0f} s\n")
    sys.stdout.write(f"compiled code is in {folder()}\n")
    return 0


@contextmanager
def _alone(*, wait: bool) -> Iterator[bool]:
    """Whether no other process is compiling; waits for it where told to."""
    folder().mkdir(parents=True, exist_ok=True)
    with (folder() / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except OSError:
            yield False
        else:
            yield True


def use_once() -> None:
    """Call every compiled function: loads what is compiled, compiles what is not."""
    from matcher.arrays.encode import encode  # noqa: PLC0415
    from matcher.bound.lagrangian_bound import LagrangianBound  # noqa: PLC0415  imports numba
    from matcher.search.chains import Chain, run  # noqa: PLC0415
    from matcher.solving.smallest_problem import smallest  # noqa: PLC0415

    encoding = encode(smallest())
    bound = LagrangianBound(encoding.arrays)
    bound.improve(0, 1.0, steps=2)
    chain = Chain(encoding, 0, bound.prices)
    chain.begin()
    chain.begin(chain.best)
    run(chain, 1.0, steps=4)


def _end_with_stdin() -> None:
    """End this process once whoever began it has gone, also where it was killed."""

    def watch() -> None:
        with suppress(OSError):
            while os.read(0, 4096):
                pass
        os._exit(1)

    Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    gently = "--gently" in sys.argv
    if gently:
        _end_with_stdin()
    sys.exit(main(gently=gently))
