"""What led to a new plan is read off two problems: kinds and ids, and the words."""

from typing import Any

import pytest

from matcher.planning.triggers import triggers
from matcher.problem import PairTerms, Workdays
from matcher.repair.problem_diff import ProblemDiff
from matcher.repair.touched import touched
from models.months import plus
from models.plan_triggers import NAMED, TriggerKind
from models.pool_settings import Weights
from tests.matcher.make_problem import MONTHS, bar, line, problem, talent, works
from wording.explain import en, ja

AYA, BEN = talent("aya"), talent("ben")
OLD = problem([AYA, BEN], [line("R1/1"), line("R2/1")])


def after(**update: Any) -> Any:
    found = triggers(ProblemDiff(OLD, OLD.model_copy(update=update)))
    return [(trigger.kind.value, *trigger.ids) for trigger in found]


def test_nothing_changed_has_no_triggers() -> None:
    assert after() == []


@pytest.mark.parametrize(
    ("update", "told"),
    [
        ({"lines": (*OLD.lines, line("R3/1"))}, [("request_posted", "R3")]),
        ({"lines": OLD.lines[:1]}, [("request_withdrawn", "R2")]),
        ({"lines": (*OLD.lines, line("R2/2"))}, [("request_amended", "R2")]),
        ({"lines": (line("R1/1", asks=8), OLD.lines[1])}, [("request_amended", "R1")]),
        ({"lines": (line("R1/1", value=170), OLD.lines[1])}, [("request_amended", "R1")]),
        # What it is worth follows from need: nobody has changed the request.
        ({"lines": (line("R1/1", value=130, need={"small": 30}), OLD.lines[1])}, []),
        ({"talents": (*OLD.talents, talent("cho"))}, [("talent_joined", "cho")]),
        ({"talents": (AYA,)}, [("talent_left", "ben")]),
        ({"talents": (talent("aya", free=8), BEN)}, [("hours_changed", "aya")]),
        ({"talents": (talent("aya", overhead=4), BEN)}, [("talent_amended", "aya")]),
        (
            {"pairs": (PairTerms(line_id="R1/1", talent_id="ben", overhead={MONTHS[0]: 2}),)},
            [("talent_amended", "ben")],
        ),
        ({"bars": (bar("R1/1", "aya"),)}, [("declined", "R1/1×aya")]),
        ({"pins": (works("R1/1", "aya", 8),)}, [("agreed", "R1/1×aya")]),
        ({"weights": Weights(served=90)}, [("settings",)]),
        ({"block": 8}, [("settings",)]),
    ],
)
def test_each_change_is_told_by_its_kind_and_its_ids(update: Any, told: Any) -> None:
    assert after(**update) == told


def test_a_pin_that_is_gone_is_released_and_where_it_was_declined_that_is_told() -> None:
    pinned = OLD.model_copy(update={"pins": (works("R1/1", "aya", 8),)})
    ended = OLD.model_copy(update={"bars": (bar("R1/1", "aya"),)})

    assert [t.kind for t in triggers(ProblemDiff(pinned, OLD))] == [TriggerKind.RELEASED]
    assert [t.kind for t in triggers(ProblemDiff(pinned, ended))] == [TriggerKind.DECLINED]


def test_work_that_ends_early_is_an_agreement_and_no_change_of_its_request() -> None:
    first, both = MONTHS[0], dict.fromkeys(MONTHS, 8)
    agreed = OLD.model_copy(
        update={"pins": (works("R1/1", "aya", 8).model_copy(update={"hours": both}),)}
    )
    followed = OLD.lines[0].model_copy(update={"people": OLD.lines[0].people + 1})
    ended = OLD.model_copy(
        update={
            "pins": (works("R1/1", "aya", 8).model_copy(update={"hours": {first: 8}}),),
            "lines": (followed, *OLD.lines[1:]),
        }
    )

    assert [t.kind for t in triggers(ProblemDiff(agreed, ended))] == [TriggerKind.AGREED]
    assert [t.kind for t in triggers(ProblemDiff(ended, agreed))] == [TriggerKind.AGREED]


def test_what_an_agreement_counts_in_the_running_month_is_no_change_of_talent_or_request() -> None:
    days = {"workdays": Workdays(left=9, of=20)}
    before = OLD.model_copy(update=days)
    first = before.months[0]
    whole = before.lines[0].hours | {first: before.lines[0].hours[first] + 2}
    more = before.talents[0].capacity | {first: before.talents[0].capacity[first] + 2}
    after = before.model_copy(
        update={
            "pins": (works("R1/1", "aya", 8),),
            "lines": (before.lines[0].model_copy(update={"hours": whole}), *before.lines[1:]),
            "talents": (
                before.talents[0].model_copy(update={"capacity": more}),
                *before.talents[1:],
            ),
        }
    )

    assert [t.kind for t in triggers(ProblemDiff(before, after))] == [TriggerKind.AGREED]
    assert [t.kind for t in triggers(ProblemDiff(after, before))] == [TriggerKind.RELEASED]


def test_a_month_that_turns_changes_no_request() -> None:
    later = (MONTHS[1], plus(MONTHS[1], 1))
    new = problem(
        [talent("aya", free=dict.fromkeys(later, 40)), talent("ben", free={later[0]: 40})],
        [line("R1/1", asks={later[0]: 20}), line("R2/1", asks=dict.fromkeys(later, 20))],
        months=later,
    )

    assert [t.kind for t in triggers(ProblemDiff(OLD, new))] == [TriggerKind.MONTH_TURNED]


def test_many_ids_are_counted_after_the_first_few() -> None:
    new = OLD.model_copy(update={"lines": tuple(line(f"N{n}/1") for n in range(9))})

    posted, _ = triggers(ProblemDiff(OLD, new))

    assert (len(posted.ids), posted.count) == (NAMED, 9)
    assert ja.triggers([posted]) == ["支援要請N0、N1、N2、N3、N4ほか4件の登録"]
    assert en.triggers([posted]) == ["request N0, N1, N2, N3, N4 and 4 more came in"]


def test_every_kind_has_words_in_both_languages() -> None:
    new = OLD.model_copy(update={"bars": (bar("R1/1", "aya"),), "block": 8, "lines": OLD.lines[:1]})
    found = triggers(ProblemDiff(OLD, new))

    assert ja.triggers(found) == [
        "支援要請R2の取下げ",
        "R1/1×ayaの辞退・取消",
        "プール設定の変更",
    ]
    assert en.triggers(found) == [
        "request R2 was withdrawn",
        "R1/1×aya was declined or cancelled",
        "the pool's settings changed",
    ]


def test_a_day_that_turns_changes_no_request_and_no_talent_but_what_was_stated_since_is_told() -> (
    None
):
    def on(left: Any, *more: Any, **asks: Any) -> Any:
        lines = (line("R1/1", asks=asks.get("asks", 20)), line("R2/1"), *more)
        some = problem([talent("aya", free=asks.get("free", 40)), BEN], lines)
        return some.model_copy(update={"workdays": left})

    first = MONTHS[0]
    monday = on(Workdays(left=9, of=19))
    friday = on(
        Workdays(left=5, of=19),
        line("N1/1", asks={first: 4}),
        asks={first: 11, MONTHS[1]: 20},
        free={first: 22, MONTHS[1]: 40},
    )

    found = triggers(ProblemDiff(monday, friday))

    assert [t.kind.value for t in found] == ["request_posted", "day_turned"]
    assert touched(ProblemDiff(monday, friday), ()) is None


def test_more_days_off_are_a_setting() -> None:
    few, more = (OLD.model_copy(update={"workdays": Workdays(left=5, of=of)}) for of in (19, 18))

    assert [t.kind.value for t in triggers(ProblemDiff(few, more))] == ["settings"]
