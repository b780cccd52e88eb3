"""Months that are over: nothing is added to them, and what stands in them may stay."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import Mistake
from models.months import plus, window
from producers.past_months import check_past_months
from tests import make
from tests.make import FIRST, hours
from tests.saying import refused, said

BEFORE = plus(FIRST, -1)
AROUND = window(plus(FIRST, -3), 6)
HOURS = st.dictionaries(st.sampled_from(AROUND), st.integers(1, 99), min_size=1)


def request(some: Any) -> Any:
    return make.request("R-1", make.line(hours=some))


def test_hours_in_a_month_that_is_over_are_refused_with_the_month_and_where_to_begin() -> None:
    with pytest.raises(Mistake) as caught:
        check_past_months(request(hours(16, [BEFORE, FIRST])), None, FIRST)

    assert "要請枠1：2026年10月はもう終わった月です。2026年11月からの時間" in said(caught.value)
    assert "R-1/1: 2026-10 is over; state hours from 2026-11 on" in said(caught.value)


def test_hours_offered_in_a_month_that_is_over_are_refused() -> None:
    with refused(Mistake, match="人材 T-1 の稼働可能時間：2026年10月"):
        check_past_months(make.talent(capacity=hours(16, [BEFORE])), None, FIRST)


def test_a_new_line_of_a_known_request_adds_nothing_to_the_past() -> None:
    known = request(hours(16, [BEFORE]))
    stated = make.request("R-1", *known.lines, make.line(2, hours=hours(16, [BEFORE])))

    with refused(Mistake, match="要請枠2"):
        check_past_months(stated, known, FIRST)


@given(known=HOURS, stated=HOURS)
def test_only_what_is_added_to_the_past_is_refused(known: Any, stated: Any) -> None:
    adds = any(m < FIRST and h > known.get(m, 0) for m, h in stated.items())
    refused = False
    try:
        check_past_months(request(stated), request(known), FIRST)
    except Mistake:
        refused = True

    assert refused == adds
