"""`python -m matcher.solving.compile_all`: compile everything now, so that no plan waits for it.

Takes about a minute, once for every version; `--gently` gives way to other work meanwhile.
"""

import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from matcher.arrays.compile_cache import declare_ready, folder, ready
from matcher.problem import Line, Problem, ProblemTalent
from models.entities import Role
from models.ids import LineId, PoolId, RequestId, TalentId
from models.months import Month


def main(*, gently: bool = False) -> None:
    """Compile what is not compiled yet, into the folder that is printed."""
    if gently:
        with suppress(AttributeError, OSError):  # not every system can
            os.nice(10)
    with _alone(wait=not gently) as alone:
        if alone and not ready():
            use_once()
            declare_ready()
    sys.stdout.write(f"compiled code is in {folder()}\n")


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

    encoding = encode(_smallest())
    bound = LagrangianBound(encoding.arrays)
    bound.improve(0, 1.0, steps=2)
    chain = Chain(encoding, 0, bound.prices)
    chain.begin()
    chain.begin(chain.best)
    run(chain, 1.0, steps=4)


def _smallest() -> Problem:
    """One line, one talent, one month."""
    month, request = Month("2026-04"), RequestId("R1")
    return Problem(
        pool_id=PoolId("20"),
        months=(month,),
        talents=(
            ProblemTalent(
                talent_id=TalentId("T1"),
                roles=(Role.PM,),
                contract_from=month,
                contract_until=month,
                capacity={month: 40},
            ),
        ),
        lines=(
            Line(
                line_id=LineId("R1/1"),
                request_id=request,
                municipalities=("202029",),
                role=Role.PM,
                hours={month: 40},
            ),
        ),
    )


if __name__ == "__main__":
    main(gently="--gently" in sys.argv)
