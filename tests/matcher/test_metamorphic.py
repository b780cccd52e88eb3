"""What must not change the best score, and in which direction other changes may move it."""

from random import Random

from matcher.plan import Status
from matcher.problem import Bar, Problem
from matcher.solve import Effort, solve
from tests.matcher.brute import tiny

SEEDS = range(1000, 1030)


def best(of: Problem) -> int | None:
    plan = solve(of, Effort(seconds=20))
    if plan.status is Status.INFEASIBLE:
        return None
    assert plan.status is Status.OPTIMAL
    return plan.score


def test_the_order_of_talents_lines_and_pairs_does_not_matter():
    for seed in SEEDS:
        of, random = tiny(seed), Random(seed)
        shuffled = {
            name: tuple(random.sample(getattr(of, name), len(getattr(of, name))))
            for name in ("talents", "lines", "pairs", "bars", "pins", "previous")
        }

        assert best(of.model_copy(update=shuffled)) == best(of), f"seed {seed}"


def test_other_ids_change_nothing():
    swap = {"a": "c", "b": "a", "c": "b"}
    for seed in SEEDS:
        of = tiny(seed)

        renamed = of.model_copy(
            update={
                name: tuple(
                    item.model_copy(update={"talent_id": swap[item.talent_id]})
                    for item in getattr(of, name)
                )
                for name in ("talents", "pairs", "bars", "pins", "previous")
            }
        )

        assert best(renamed) == best(of), f"seed {seed}"


def test_one_more_talent_never_lowers_the_best_score():
    for seed in SEEDS:
        of, other = tiny(seed), tiny(seed + 5000)
        newcomer = other.talents[0].model_copy(
            update={"talent_id": "new", "capacity": dict.fromkeys(of.months, 4)}
        )
        before = best(of)
        if before is None:
            continue

        assert best(of.model_copy(update={"talents": (*of.talents, newcomer)})) >= before


def test_one_more_bar_never_raises_the_best_score():
    for seed in SEEDS:
        of, random = tiny(seed), Random(seed)
        before = best(of)
        if before is None:
            continue
        bar = Bar(
            line_id=random.choice(of.lines).line_id, talent_id=random.choice(of.talents).talent_id
        )

        assert best(of.model_copy(update={"bars": (*of.bars, bar)})) <= before


def test_tighter_limits_never_raise_the_best_score():
    for seed in SEEDS:
        of = tiny(seed)
        before = best(of)
        if before is None:
            continue
        strict = tuple(
            line.model_copy(update={"people": 1, "minimum_percent": 100}) for line in of.lines
        )
        busy = tuple(t.model_copy(update={"municipalities_at_once": 1}) for t in of.talents)

        for change in ({"lines": strict}, {"talents": busy}):
            assert best(of.model_copy(update=change)) <= before, f"seed {seed}"
