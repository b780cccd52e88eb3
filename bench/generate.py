"""size and seed -> problems: the same arguments give the same bytes."""

import hashlib
from collections.abc import Iterator
from random import Random

from bench.history import history
from bench.lines import lines
from bench.places import places
from bench.sizes import Size, pools
from bench.talents import talents
from bench.ways import ways
from matcher.eligibility.eligibility import free, is_trained
from matcher.problem import Problem
from models.months import Month, window
from models.pool_settings import NATURES

#: Horizon of every generated problem: a fiscal year ends in its ninth month.
FIRST, HORIZON = Month("2026-07"), 12


def generate(size: Size, seed: int) -> Iterator[Problem]:
    """The pools of a size, one after the other; a single one except for the nation."""
    for pool in pools(size):
        yield one_pool(pool, seed)


def one_pool(size: Size, seed: int) -> Problem:
    """A valid problem of that size."""
    # Text seeds are hashed the same way by every Python; growth keeps the municipalities.
    random = Random(f"{size.pool_id} {size.municipalities} {seed}")
    months = window(FIRST, HORIZON)
    here = places(size.pool_id, size.municipalities, FIRST, random)
    people = talents(size.talents, months, here, random)
    pool = Problem(
        pool_id=size.pool_id,
        version=1,
        months=months,
        natures=NATURES,
        training_required=True,
        talents=people,
    )
    asked = lines(
        requests=size.requests,
        count=size.lines,
        quarters=round(supply(pool) * size.ratio),
        months=months,
        places=here,
        random=random,
    )
    pool = pool.model_copy(update={"lines": asked})
    pool = pool.model_copy(update={"pairs": ways(pool, here, random)})
    past = history(pool, random)
    return Problem(**dict(pool) | {"bars": past.bars, "pins": past.pins, "previous": past.previous})


def supply(problem: Problem) -> int:
    """Quarters that the talents have for lines, in the months in which they may be placed."""
    return sum(
        free(talent, month)
        for talent in problem.talents
        for month in problem.months
        if is_trained(problem, talent, month)
    )


def fingerprint(problem: Problem) -> str:
    """What a problem is known by: a bound holds as long as these bytes, defaults included, do."""
    return hashlib.sha256(problem.model_dump_json().encode()).hexdigest()[:16]
