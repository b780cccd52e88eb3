"""What is typed into a draft: read, filled, moved, and laid together with what others changed."""

from typing import Any

import pytest

from application.drafting.changing import copied_forward, filled, with_line, without_line
from application.drafting.merging import meetings, taken_over, with_free_numbers
from application.drafting.months import MOST, months_of, with_months
from application.drafting.of_request import copy_of, typed_of
from application.drafting.reading import read
from application.drafting.steps import Step
from application.drafting.typed import with_typed
from application.notes import stumbling_points
from infra.registry import Registry
from models.drafts import TypedLine, TypedRequest
from models.entities import Request
from models.ids import PoolId
from models.months import Month, plus
from tests import make
from tests.every_value import SET

POOL = PoolId("20")
PRESENT = make.FIRST


def content(*lines: TypedLine, **given: Any) -> TypedRequest:
    said = {"title": "窓口", "municipalities": "佐久市", **given}
    return with_months(TypedRequest(**said, lines=lines or (line(),)), PRESENT)


def line(number: int = 1, **given: Any) -> TypedLine:
    return TypedLine(number=number, **{"role": "engineer", "hours": {"2026-12": "8"}} | given)


def wrong(typed: TypedRequest, places: Registry) -> list[str]:
    return [each.field for each in read(typed, POOL, places).wrong]


def test_every_field_of_a_request_comes_back_from_the_form(places: Registry) -> None:
    request: Request = SET[Request]
    typed = typed_of(request, places, PRESENT)

    found = read(typed, POOL, places, request_id=request.request_id, base=request)

    assert found.wrong == ()
    assert found.request == request


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "あ" * 201}, "title"),
        ({"title": "a\x07"}, "title"),
        ({"municipalities": ""}, "municipalities"),
        ({"municipalities": "佐久市、佐久市"}, "municipalities"),
        ({"municipalities": "仙台市"}, "municipalities"),
        ({"nature": "?"}, "nature"),
        ({"vendors": "123"}, "vendors"),
        ({"first": "x"}, "first"),
        ({"last": "2026-01"}, "last"),
        ({"last": "2099-01"}, "last"),
        ({"lines": ()}, "lines"),
        ({"lines": (line(role=""),)}, "role-1"),
        ({"lines": (line(people="0"),)}, "people-1"),
        ({"lines": (line(2, skills="業務改革:9"),)}, "skills-2"),
        ({"lines": (line(hours={"2026-12": "7.3"}),)}, "hours-1-2026-12"),
        ({"lines": (line(hours={"2026-12": "-1"}),)}, "hours-1-2026-12"),
        ({"lines": (line(hours={"2026-12": "1000000000"}),)}, "hours-1-2026-12"),
    ],
)
def test_what_is_wrong_is_said_of_its_field(
    places: Registry, given: dict[str, Any], field: str
) -> None:
    assert field in wrong(content().model_copy(update=given), places)


def test_all_that_is_wrong_is_said_at_once(places: Registry) -> None:
    typed = content(line(people="x", hours={"2026-12": "y"}), title="")

    assert set(wrong(typed, places)) == {"title", "people-1", "hours-1-2026-12"}


def test_months_with_hours_are_shown_outside_the_range_too() -> None:
    typed = content(line(hours={"2027-09": "8"}), first="2026-12", last="2027-01")

    assert months_of(typed) == ("2026-12", "2027-01", "2027-09")
    far = content(first="2026-12", last=plus(Month("2026-12"), MOST))
    assert months_of(far) == ("2026-12",)  # its hours alone


def test_hours_are_copied_forward_and_filled_from_the_present_month_on() -> None:
    typed = content(line(hours={"2026-10": "1", "2027-01": "8"}), first="2026-10", last="2027-03")

    copied = copied_forward(typed, 1).lines[0].hours
    assert copied == dict.fromkeys(months_of(typed), "1")
    full = filled(typed, 1, " 4 ", PRESENT).lines[0].hours
    assert full == {"2026-10": "1"} | dict.fromkeys(months_of(typed)[1:], "4")
    assert filled(typed, 1, "", PRESENT).lines[0].hours == {"2026-10": "1"}


def test_a_line_gets_a_number_that_none_has_had() -> None:
    typed = without_line(with_line(content(line(1))), 1)

    assert [each.number for each in with_line(typed, retired=(7,)).lines] == [2, 8]


def test_what_a_step_does_not_ask_stays() -> None:
    typed = content(line(1), line(2), owner="市民課")

    lines = with_typed(typed, Step.LINES, {"role-2": "pm"})
    assert (lines.owner, lines.title) == ("市民課", "窓口")
    assert [(each.number, each.role) for each in lines.lines] == [(2, "pm")]
    assert lines.lines[0].hours == {"2026-12": "8"}
    hours = with_typed(typed, Step.HOURS, {"hours-2-2026-12": ""})
    assert [each.hours for each in hours.lines] == [{"2026-12": "8"}, {}]


def test_a_copy_begins_next_month_and_keeps_its_shape(places: Registry) -> None:
    old = make.request(
        "R-1", make.line(3, hours={Month("2025-06"): 32, Month("2025-09"): 64}), owner="市民課"
    )

    typed = copy_of(old, places, PRESENT)

    assert [(each.number, each.hours) for each in typed.lines] == [
        (1, {"2026-12": "8", "2027-03": "16"})
    ]
    assert typed.owner == "市民課"


def test_months_ahead_are_copied_as_they_are(places: Registry) -> None:
    old = make.request("R-1", make.line(hours={Month("2027-06"): 32}))

    assert copy_of(old, places, PRESENT).lines[0].hours == {"2027-06": "8"}


def test_theirs_and_mine_of_other_fields_stay_both(places: Registry) -> None:
    base = make.request("R-1", make.line(hours=make.hours(32, ["2026-12", "2027-01"])))
    mine = base.model_copy(update={"owner": "市民課"})
    now = base.model_copy(
        update={"lines": (make.line(hours={Month("2026-12"): 32, Month("2027-01"): 64}),)}
    )

    (met,) = meetings(base, mine, now)
    theirs = typed_of(now, places, PRESENT)
    together = taken_over(typed_of(mine, places, PRESENT), theirs, [met.theirs])

    assert met.mine == ()
    assert together.owner == "市民課"
    assert together.lines[0].hours == {"2026-12": "8", "2027-01": "16"}


def test_a_line_that_they_removed_meets_what_i_changed_in_it(places: Registry) -> None:
    base = make.request("R-1", make.line(1), make.line(2, "pm"))
    mine = base.model_copy(update={"lines": (make.line(1), make.line(2, "pm", people=2))})
    now = base.model_copy(update={"lines": (make.line(1),), "retired": {2: "0" * 16}})

    (met,) = meetings(base, mine, now)
    typed = typed_of(mine, places, PRESENT)

    assert [each.field for each in met.mine] == ["people"]
    taken = taken_over(typed, typed_of(now, places, PRESENT), [met.theirs])
    assert [each.number for each in taken.lines] == [1]
    assert [each.number for each in with_free_numbers(typed, now).lines] == [1, 3]


def test_what_made_others_stumble_is_said() -> None:
    pm = make.line(1, "pm", hours={Month("2026-12"): 32})
    engineer = make.line(2, hours=make.hours(32, ["2026-12", "2027-01"]))
    request = make.request("R-1", pm, engineer, pm_in_place=False, operator="情報政策課")

    found = stumbling_points(request)

    assert [each.code for each in found] == ["stumble_no_pm", "stumble_no_owner"]
    assert found[0].params["months"] == ("2027-01",)
    assert stumbling_points(request.model_copy(update={"pm_in_place": True, "owner": "課"})) == []
