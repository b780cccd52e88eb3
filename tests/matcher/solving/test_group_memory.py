"""A group proved at a plan is not planned again before something it shares has changed."""

from collections.abc import Iterator
from itertools import combinations
from random import Random

import pytest

from matcher.problem import Line
from matcher.solving.group_memory import Group, GroupMemory, Tie, ties
from models.ids import TalentId
from tests.matcher.make_problem import MATSUMOTO, UEDA, line, problem

SEEDS = range(60)


class Pool:
    """Talents who may work on some of the lines, at random."""

    def __init__(self, seed: int) -> None:
        self.random = random = Random(seed)
        places = [(f"2020{at:02d}",) for at in range(29, 29 + random.randint(1, 6))]
        self.lines = [
            line(f"R{at}/{n}", municipalities=random.choice(places))
            for at in range(random.randint(1, 6))
            for n in (1, 2)
        ]
        few = max(1, len(self.lines) // random.randint(1, 4))
        self.may = {
            TalentId(f"t{at}"): random.sample(self.lines, few) for at in range(random.randint(1, 6))
        }
        reach = {
            talent: {tie for of in may for tie in ties(of)} for talent, may in self.may.items()
        }
        self.memory = GroupMemory(problem([], self.lines), reach, Random(seed))

    def bears_on(self, changed: Line, group: Group) -> bool:
        """Written apart: whether somebody of the group may work where the line's change is felt."""
        return any(
            of.request_id == changed.request_id or of.municipalities == changed.municipalities
            for talent in group
            for of in self.may[talent]
        )


def parts(group: Group) -> Iterator[Group]:
    for size in range(1, len(group) + 1):
        yield from map(frozenset, combinations(group, size))


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_proved_comes_again_only_after_a_change_nearby(seed: int) -> None:
    pool, proved = Pool(seed), set[Group]()

    for _ in range(200):
        group = pool.memory.next()
        if group is None:
            break
        assert group not in proved
        happens = pool.random.random()
        if happens < 0.15:
            pool.memory.run_out(group)
        else:
            pool.memory.prove(group)
            proved |= set(parts(group))
        if happens > 0.8:
            changed = pool.random.choice(pool.lines)
            pool.memory.change({changed.line_id})
            proved = {g for g in proved if not pool.bears_on(changed, g)}
        assert all(pool.memory.is_proved(g) for g in proved)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_change_nearby_is_never_overlooked(seed: int) -> None:
    pool = Pool(seed)
    while (group := pool.memory.next()) is not None:
        pool.memory.prove(group)
    changed = pool.random.choice(pool.lines)
    pool.memory.change({changed.line_id})

    singles = {t for t in pool.may if pool.bears_on(changed, frozenset({t}))}
    again: set[TalentId] = set()
    while (group := pool.memory.next()) is not None:
        again |= group
        pool.memory.prove(group)

    assert singles <= again


def test_small_groups_come_first_and_every_group_comes() -> None:
    memory = of_talents("abcd")
    seen = []

    while (group := memory.next()) is not None:
        seen.append(len(group))
        memory.run_out(group)

    first = seen[: 4 + 6]
    assert first[:4] == [1] * 4
    assert sorted(set(seen)) == [1, 2, 3, 4]


def test_out_of_time_is_another_chance_later_for_longer_and_not_for_ever() -> None:
    memory = of_talents("a")
    alone = frozenset({TalentId("a")})
    waits = []

    while (group := memory.next()) is not None:
        waits.append(memory.timeouts[group])
        memory.run_out(alone)

    assert waits == sorted(set(waits))
    assert len(waits) > 3


def test_who_shares_nothing_is_not_planned_together() -> None:
    here, there = line("R1/1", municipalities=(MATSUMOTO,)), line("R2/1", municipalities=(UEDA,))
    reach: dict[TalentId, set[Tie]] = {
        TalentId("a"): set(ties(here)),
        TalentId("b"): set(ties(there)),
    }
    memory = GroupMemory(problem([], [here, there]), reach, Random(1))
    seen = []

    while (group := memory.next()) is not None:
        seen.append(group)
        memory.prove(group)

    assert sorted(map(sorted, seen)) == [["a"], ["b"]]


def of_talents(names: str) -> GroupMemory:
    """Who all may work on the same line."""
    one = line()
    return GroupMemory(problem([], [one]), {TalentId(n): set(ties(one)) for n in names}, Random(1))
