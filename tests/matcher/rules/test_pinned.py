from matcher.mip.mip_model import MipModel
from matcher.rules import pinned  # type: ignore[attr-defined]
from tests.matcher.make_problem import AUG, JUL, line, problem, talent, works
from tests.matcher.solve_mip import is_feasible


def test_a_pinned_assignment_has_exactly_its_hours() -> None:
    mip = MipModel(problem([talent()], [line()], pins=[works("R1/1", "aya", 8, 3)]))

    pinned(mip)

    assert is_feasible(mip)
    [option] = mip.options
    bounds = {m: (h.lower_bound, h.upper_bound) for m, h in option.hours.items()}
    assert bounds == {JUL: (8, 8), AUG: (3, 3)}
    assert option.on.lower_bound == 1


def test_a_pin_of_no_hours_keeps_the_pair_apart() -> None:
    nothing = works("R1/1", "aya", 1).model_copy(update={"hours": {JUL: 0}})
    mip = MipModel(problem([talent()], [line()], pins=[nothing]))

    pinned(mip)

    assert is_feasible(mip)
    assert mip.options == []
