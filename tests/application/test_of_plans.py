"""What is found of a plan is worked out once, and anew for a better plan of the same version."""

import asyncio
from itertools import count

import pytest

from application.queries.of_plans import OfPlans
from tests.application.views.test_to_do import plan


async def test_many_who_ask_have_it_worked_out_once() -> None:
    found, of = OfPlans[int](), plan()
    numbers = count()

    answers = await asyncio.gather(*(found.get(of, lambda: next(numbers)) for _ in range(9)))

    assert answers == [0] * 9


async def test_a_better_plan_of_the_same_version_is_another() -> None:
    found = OfPlans[int]()

    assert await found.get(plan(), lambda: 1) == 1
    assert await found.get(plan(), lambda: 2) == 2


async def test_what_failed_is_tried_again() -> None:
    found, of = OfPlans[int](), plan()

    with pytest.raises(ZeroDivisionError):
        await found.get(of, lambda: 1 // 0)

    assert await found.get(of, lambda: 3) == 3
