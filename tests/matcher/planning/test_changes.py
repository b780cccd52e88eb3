"""What moved between two plans, and the sentence about it."""

from matcher.planning.changes import Kind, changes
from models.plan_triggers import Trigger, TriggerKind
from tests.matcher.make_problem import JUL, works
from wording.explain import en, ja

DECLINED = Trigger(kind=TriggerKind.DECLINED, ids=("aya",), count=1)
MONTH = Trigger(kind=TriggerKind.MONTH_TURNED)
STAYS = works("R1/1", "aya", 8)


def test_each_kind_of_change_is_told_apart() -> None:
    before = [STAYS, works("R2/1", "aya", 8), works("R3/1", "ben", 8), works("R4/1", "ben", 8)]
    after = [STAYS, works("R2/1", "cho", 8), works("R3/1", "ben", 12), works("R5/1", "cho", 4)]
    found = changes(before, after)
    assert [(c.kind, c.line_id, c.before_id, c.talent_id) for c in found.changes] == [
        (Kind.MOVED, "R2/1", "aya", "cho"),
        (Kind.HOURS, "R3/1", None, "ben"),
        (Kind.GONE, "R4/1", "ben", None),
        (Kind.NEW, "R5/1", None, "cho"),
    ]
    assert (found.same, found.total) == (1, 5)
    assert (found.changes[1].before, found.changes[1].hours) == ({JUL: 8}, {JUL: 12})


def test_two_people_on_a_line_are_compared_one_by_one() -> None:
    before = [works("R1/1", "aya", 8), works("R1/1", "ben", 8)]
    after = [works("R1/1", "ben", 8), works("R1/1", "cho", 8)]
    found = changes(before, after)
    assert [(c.before_id, c.talent_id) for c in found.changes] == [("aya", "cho")]


def test_the_summary_counts_and_gives_the_causes() -> None:
    found = changes([STAYS, works("R2/1", "aya", 8)], [STAYS, works("R2/1", "cho", 8)])
    assert ja.summary(found, [DECLINED]) == (
        "2件中1件の割当が変わりました（交代1件）：ayaの辞退・取消のため。"
    )
    assert en.summary(found) == "1 of 2 assignments changed (1 moved)."
    assert en.summary(found, [DECLINED]).endswith(
        "(1 moved), because aya was declined or cancelled."
    )


def test_nothing_moved_is_said_too() -> None:
    assert ja.summary(changes([STAYS], [STAYS])) == "1件の割当に変わりはありません。"
    assert en.summary(changes([STAYS], [STAYS])) == "None of 1 assignments changed."


def test_a_cause_that_moved_nothing_is_named_too() -> None:
    same = changes([STAYS], [STAYS])

    assert ja.summary(same, [MONTH]) == ("月替わりがありましたが、1件の割当に変わりはありません。")
    assert en.summary(same, [MONTH]) == ("None of 1 assignments changed, though the month turned.")
