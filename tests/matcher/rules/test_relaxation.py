"""What the rows that change no plan are for: the relaxation comes down to the best plan."""

from matcher.mip.mip_model import MipModel
from matcher.problem import Problem
from matcher.solving.mip_solver import assemble, optimise, relax
from tests.matcher.make_problem import JUL, MATSUMOTO, OKAYA, UEDA, before, line, problem, talent


def relaxed(of: Problem) -> int:
    bound, _ = relax(assemble(of), 10)
    assert bound is not None
    return bound


def two_places(minimum: int, **more: object) -> Problem:
    """One talent, at one place a month; two lines at two places, both in both months."""
    lines = [
        line("R1/1", minimum_percent=minimum),
        line("R2/1", minimum_percent=minimum, municipalities=(UEDA,)),
    ]
    return problem([talent(municipalities_at_once=1, free=60)], lines, **more)


def test_a_minimum_that_takes_two_months_takes_them_from_others() -> None:
    # 21 of 40 hours, 20 in a month: whoever keeps one line has no month left for the other.
    of = two_places(53, previous=[before("R1/1", "aya", 20, 20), before("R2/1", "aya", 20, 20)])

    assert relaxed(of) == optimise(assemble(of), 10).bound


def test_half_a_started_line_reaches_half_of_the_first_tier() -> None:
    of = two_places(100, weights={"coverage": 1_000, "setup": 0})

    assert relaxed(of) == optimise(assemble(of), 10).bound


def test_who_has_one_month_on_a_line_needs_no_second_yes_or_no() -> None:
    mip = MipModel(problem([talent()], [line(asks={JUL: 20})]))

    (option,) = mip.options
    assert list(option.strict.values()) == [option.on]


def test_part_of_an_exclusive_line_takes_that_part_of_all_hours() -> None:
    # Alone it is worth less than a month full of others; half of each would be worth more.
    exclusive = line("R1/1", asks={JUL: 20}, exclusive=True, value=200)
    others = [line(f"R{at}/1", asks={JUL: 60}) for at in (2, 3)]
    of = problem([talent(free=60)], [exclusive, *others])

    assert relaxed(of) == optimise(assemble(of), 10).bound


def test_part_of_an_exclusive_line_takes_that_part_of_all_places() -> None:
    exclusive = line("R1/1", asks={JUL: 20}, exclusive=True, value=200)
    others = [
        line(f"R{at}/1", asks={JUL: 15}, municipalities=(code,))
        for at, code in enumerate((MATSUMOTO, UEDA, OKAYA), start=2)
    ]
    of = problem([talent(free=100, municipalities_at_once=2)], [exclusive, *others])

    assert relaxed(of) == optimise(assemble(of), 10).bound


def two_requests(points: int) -> Problem:
    """One PM, at one place a month; two requests at two places, each with a line for two."""
    names, places = ("ben", "coco", "dai"), {"R1": MATSUMOTO, "R2": UEDA}
    lines = []
    for request, code in places.items():
        of_request = {"asks": {JUL: 10}, "municipalities": (code,)}
        lines.append(line(f"{request}/1", **of_request))  # type: ignore[arg-type]
        lines.append(line(f"{request}/2", **of_request, role="engineer", people=2))  # type: ignore[arg-type]
    builders = [talent(name, roles=("engineer",), free=10) for name in names]
    pairs = [
        {"line_id": f"{request}/2", "talent_id": name, "points": points}
        for request in places
        for name in names
    ]
    lead = talent("aya", roles=("pm",), municipalities_at_once=1)
    return problem([lead, *builders], lines, pairs=pairs, weights={"coverage": 0})


def test_halves_of_two_people_on_a_line_are_not_led_by_half_a_pm() -> None:
    of = two_requests(points=0)

    assert relaxed(of) == optimise(assemble(of), 10).bound


def test_half_a_started_line_has_room_for_half_of_its_people() -> None:
    of = two_requests(points=1_000)

    assert relaxed(of) == optimise(assemble(of), 10).bound
