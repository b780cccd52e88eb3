"""size and seed -> problems: the same arguments give the same bytes."""

import hashlib
from collections.abc import Iterator
from random import Random

from bench.history import history
from bench.lines import lines
from bench.places import places
from bench.sizes import Size, pools
from bench.talents import talents
from matcher.problem import Problem
from models.months import Month, window

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
    here = places(size.pool_id, size.municipalities, random)
    people = talents(size.talents, months, here, random)
    supply = sum(
        max(0, hours - talent.overhead) for talent in people for hours in talent.capacity.values()
    )
    asked = lines(
        requests=size.requests,
        count=size.lines,
        quarters=round(supply * size.ratio),
        months=months,
        places=here,
        random=random,
    )
    block = Problem.model_fields["block"].default
    past = history(asked, people, block, random)
    return Problem(
        pool_id=size.pool_id,
        version=1,
        months=months,
        talents=people,
        lines=asked,
        bars=past.bars,
        pins=past.pins,
        previous=past.previous,
    )


def fingerprint(problem: Problem) -> str:
    """What a problem is known by: a bound holds as long as these bytes, defaults included, do."""
    return hashlib.sha256(problem.model_dump_json().encode()).hexdigest()[:16]
