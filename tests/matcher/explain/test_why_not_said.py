"""Why not somebody else, as people read it: one sentence each, in two languages."""

from matcher.explain import explain, why_not
from matcher.plan import Against, WhyNot
from matcher.problem import Assignment, Problem
from tests.matcher.make_problem import (
    AUG,
    JUL,
    MATSUMOTO,
    OKAYA,
    UEDA,
    before,
    line,
    plan,
    problem,
    talent,
    works,
)
from tests.wording.said import said


def others_of(some: Problem, *made: Assignment) -> dict[str, WhyNot]:
    """What is said of everybody else on the first line."""
    whole = plan(some, *made)
    why = why_not(some, whole, *made[0].pair)
    assert why.others == len(why.why_not)
    return {other.talent_id: other for other in why.why_not}


def test_each_other_has_one_sentence_in_two_languages() -> None:
    some = problem(
        [
            talent("aya"),
            talent("ben", form="side_job"),
            talent("cho", free=8),
            talent("dai", municipalities_at_once=1),
            talent("eri", form="part_time"),
            talent("fumi", roles=("engineer",)),
        ],
        [line("R1/1"), line("R2/1", municipalities=(UEDA,), asks=8)],
        natures={"side_job": ["advice"]},
    )
    others = others_of(some, works("R1/1", "aya", 20, 20), works("R2/1", "dai", 8, 8))
    assert {name: said(other) for name, other in others.items()} == {
        "eri": "eri が代わると評価が240点下がります（業務との適合が下がる）。",
        "cho": (
            "cho は2026年7月と2026年8月の空きが足りません"
            "（充てられるのは4時間まで、必要なのは5時間から）。"
        ),
        "dai": (
            "dai は2026年7月と2026年8月に、同じ月に担当できる1市区町村に達しています。"
            "要請枠 R2/1 から外せば代われますが、評価が1,960点下がります。"
        ),
        "ben": "ben は条件を満たしません（副業人材は継続（伴走）の業務の対象外）。",
    }
    assert {name: said(other, "en") for name, other in others.items()} == {
        "eri": "With eri instead: 240 points less (fits the work less).",
        "cho": ("cho has too few hours in 2026-07 and 2026-08: 4 h at most, 5 h needed."),
        "dai": (
            "dai already serves 1 municipality in 2026-07 and 2026-08, the most; "
            "taken off R2/1 they could come, for 1,960 points less."
        ),
        "ben": (
            "ben does not meet the conditions: side job is not for continuous (hands-on) work."
        ),
    }


def test_travel_is_named_where_it_makes_the_difference() -> None:
    way = [
        {"line_id": "R1/1", "talent_id": name, "overhead": {JUL: 4, AUG: 4}}
        for name in ("aya", "ben", "cho")
    ]
    some = problem(
        [talent("aya"), talent("ben", free=20), talent("cho", free={JUL: 16, AUG: 4})],
        [line("R1/1", municipalities=(MATSUMOTO, OKAYA))],
        pairs=way,
    )
    first = works("R1/1", "aya", 20, 20)
    others = others_of(some, first)
    assert "移動に2時間を使い、充てる時間が2時間少ない" in said(others["ben"])
    assert "2 h fewer, 2 h going on travel" in said(others["ben"], "en")
    assert "空きが移動の2時間を含めると足りません" in said(others["cho"])
    why = explain(some, plan(some, first)).why[0]
    assert said(why).startswith("担当は aya です（2市区町村の共同の要請、移動に2時間）。")
    assert "(a joint request of 2 municipalities, 2 h of travel)" in said(why, "en")


def test_what_people_have_seen_is_a_reason_of_its_own() -> None:
    some = problem(
        [talent("aya"), talent("ben")], [line("R1/1")], previous=(before("R1/1", "aya", 20, 20),)
    )
    others = others_of(some, works("R1/1", "aya", 20, 20))
    assert others["ben"].terms is not None
    assert others["ben"].terms.stability > 0
    assert "（前の計画の割当が変わる）" in said(others["ben"])


def test_who_would_do_better_on_this_line_alone_is_said_to() -> None:
    some = problem([talent("aya"), talent("ben", form="part_time")], [line("R1/1")])
    aya = others_of(some, works("R1/1", "ben", 20, 20))["aya"]
    assert (aya.kind, aya.loss) == (Against.BETTER, -240)
    assert said(aya) == "aya が代わると、この枠だけを見れば評価が240点上がります。"


def test_who_would_do_as_well_is_said_to() -> None:
    some = problem([talent("aya"), talent("ben")], [line("R1/1")])
    ben = others_of(some, works("R1/1", "aya", 20, 20))["ben"]
    assert (ben.kind, ben.loss) == (Against.EQUAL, 0)
    assert said(ben) == "ben が代わっても評価は同じです。"
    assert said(ben, "en") == "With ben instead: the same points."


def test_who_is_kept_apart_by_hand_is_said_to_be() -> None:
    some = problem([talent("aya"), talent("ben")], [line("R1/1")], pins=(nothing("R1/1", "ben"),))
    assert others_of(some, works("R1/1", "aya", 20, 20))["ben"].kind is Against.APART


def nothing(line_id: str, talent_id: str) -> Assignment:
    return Assignment.model_validate(
        {"line_id": line_id, "talent_id": talent_id, "hours": {JUL: 0}}
    )


def test_a_plan_keeps_the_nearest_and_counts_the_rest() -> None:
    names = [f"t{at}" for at in range(9)]
    some = problem([talent(name) for name in names], [line("R1/1")])
    (kept,) = explain(some, plan(some, works("R1/1", "t0", 20, 20))).why
    assert (len(kept.why_not), kept.others) == (2, 8)
    whole = why_not(some, plan(some, works("R1/1", "t0", 20, 20)), "R1/1", "t0", most=5)  # type: ignore[arg-type]
    assert whole.why_not[:2] == kept.why_not
    assert len(whole.why_not) == 5


def test_nobody_stands_by_for_a_pinned_person() -> None:
    pin = works("R1/1", "aya", 20, 20)
    some = problem([talent("aya"), talent("ben")], [line("R1/1")], pins=(pin,))
    assert others_of(some, pin) == {}


def test_the_pm_of_a_request_cannot_leave_it_to_be_its_engineer() -> None:
    some = problem(
        [talent("aya", roles=("engineer",)), talent("ben", free=20)],
        [line("R1/1"), line("R1/2", role="engineer")],
    )
    made = plan(some, works("R1/2", "aya", 20, 20), works("R1/1", "ben", 20, 20))
    (ben,) = why_not(some, made, made.assignments[0].line_id, made.assignments[0].talent_id).why_not
    assert (ben.kind, ben.displaced) == (Against.FULL, None)


def test_nobody_leaves_a_line_that_would_then_fall_short() -> None:
    people = [talent("aya"), talent("ben", free=16), talent("cho", free=16)]
    short = line("R2/1", people=2, minimum_percent=80)
    made = [works("R1/1", "aya", 20, 20), works("R2/1", "ben", 16, 16), works("R2/1", "cho", 4, 4)]
    ben = others_of(problem(people, [line("R1/1"), short]), *made)["ben"]
    assert (ben.kind, ben.displaced) == (Against.FULL, None)
    free = line("R2/1", people=2, minimum_percent=20)
    ben = others_of(problem(people, [line("R1/1"), free]), *made)["ben"]
    assert (ben.kind, ben.displaced) == (Against.FULL, "R2/1")
