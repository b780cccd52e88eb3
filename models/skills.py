"""When two names are one skill: width, case, spaces and what nobody sees make no difference.

A skill keeps the name it was written with; folded names are for comparing alone.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from models.text_folding import folded

Levels = Mapping[str, int]


@lru_cache(maxsize=10_000)
def skill_key(name: str) -> str:
    """What is compared in place of the name."""
    return folded(name)


def same_skill(one: str, other: str) -> bool:
    """Whether two names are one skill."""
    return one == other or skill_key(one) == skill_key(other)


def level(levels: Levels, name: str) -> int:
    """The level of a skill, however its name is written; 0 where it is not there."""
    key = skill_key(name)
    return max((n for known, n in levels.items() if skill_key(known) == key), default=0)


def lacking(levels: Levels, asked: Levels) -> list[tuple[str, int]]:
    """The skills that are asked and not there at their level, as asked."""
    return [
        (name, least)
        for name, least in asked.items()
        # Nearly always it is written in the same way: a pool asks this a million times.
        if levels.get(name, 0) < least and level(levels, name) < least
    ]


def raised(levels: Levels, name: str, to: int) -> dict[str, int]:
    """The skills with one of them at another level, under the name it has there already."""
    return {**levels, known_as(levels, name): to}


def known_as(levels: Levels, name: str) -> str:
    """The name that the skill has there already; as given where it is not there."""
    return next((each for each in levels if same_skill(each, name)), name)


def highest(some: Iterable[Levels]) -> dict[str, int]:
    """Every skill once, at the highest level of all."""
    found: dict[str, int] = {}
    for levels in some:
        for name, asked in levels.items():
            found = raised(found, name, max(asked, level(found, name)))
    return found


def by_key(levels: Levels) -> dict[str, int]:
    """The levels by what is compared, for those who ask often."""
    found: dict[str, int] = {}
    for name, at in levels.items():
        found[skill_key(name)] = max(at, found.get(skill_key(name), 0))
    return found
