"""All terms of the model together are the terms of the checker."""

import pytest

from matcher.check import terms
from matcher.objective import TERMS
from tests.matcher.make_problem import before, problem, talent, works
from tests.matcher.objective.forced import LINES, forced
from tests.matcher.solve_mip import most


def test_the_terms_of_the_model_are_the_terms_of_the_checker() -> None:
    of = problem(
        [talent(), talent("ben", form="contract")],
        LINES,
        previous=[before("R1/1", "aya", 8, 8), before("R2/1", "ben", 3)],
    )
    made = works("R1/1", "aya", 12, 5), works("R2/1", "ben", 8, 4)
    mip = forced(of, *made)

    ours = {term.__name__: most(mip, term(mip)) for term in TERMS}

    assert ours == pytest.approx(terms(of, made).model_dump())
