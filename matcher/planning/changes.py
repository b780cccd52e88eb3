"""What moved between two plans, as people see it: new, gone, another person, other hours."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum

from matcher.planning.triggers import words
from matcher.problem import Assignment, Hours
from models.frozen import Frozen
from models.ids import LineIdField, TalentIdField
from models.plan_triggers import PlanNews
from wording.reader import Lang


class Kind(StrEnum):
    """What happened to an assignment."""

    NEW = "new"
    GONE = "gone"
    MOVED = "moved"  #: another person serves the line
    HOURS = "hours"  #: the same person, other hours


class Change(Frozen):
    """One assignment that is not what it was."""

    kind: Kind
    line_id: LineIdField
    talent_id: TalentIdField | None  #: who serves the line now; none where gone
    before_id: TalentIdField | None = None  #: who served it before, where that is another
    hours: Hours = {}
    before: Hours = {}


class Changes(Frozen):
    """All that moved between two plans, in the order of the lines."""

    changes: tuple[Change, ...] = ()
    same: int = 0  #: assignments that are what they were

    @property
    def total(self) -> int:
        """Assignments of both plans, one that moved counted once."""
        return self.same + len(self.changes)


def changes(before: Iterable[Assignment], after: Iterable[Assignment]) -> Changes:
    """What moved from one plan to the next."""
    old, new = _by_line(before), _by_line(after)
    found: list[Change] = []
    same = 0
    for line in sorted(old.keys() | new.keys()):
        was, now = old[line], new[line]
        for talent in sorted(was.keys() & now.keys()):
            if was[talent].hours == now[talent].hours:
                same += 1
            else:
                found.append(_change(Kind.HOURS, now[talent], was[talent]))
        left = [was[talent] for talent in sorted(was.keys() - now.keys())]
        came = [now[talent] for talent in sorted(now.keys() - was.keys())]
        found += [_change(Kind.MOVED, n, w) for n, w in zip(came, left, strict=False)]
        found += [_change(Kind.NEW, n, None) for n in came[len(left) :]]
        found += [_change(Kind.GONE, None, w) for w in left[len(came) :]]
    return Changes(changes=tuple(found), same=same)


def summary_ja(found: Changes, causes: Sequence[str] = ()) -> str:
    """`120件中3件の割当が変わりました（交代2件、時間の変更1件）：…のため。`"""
    if not found.changes:
        after = f"{'、'.join(causes)}がありましたが、" if causes else ""
        return f"{after}{found.total:,}件の割当に変わりはありません。"
    why = f"：{'、'.join(causes)}のため" if causes else ""
    names = {Kind.NEW: "新規", Kind.GONE: "終了", Kind.MOVED: "交代", Kind.HOURS: "時間の変更"}
    parts = "、".join(f"{names[kind]}{count}件" for kind, count in _counts(found))
    return f"{_of_ja(len(found.changes), found.total)}（{parts}）{why}。"


def summary_en(found: Changes, causes: Sequence[str] = ()) -> str:
    """`3 of 120 assignments changed (2 moved, 1 with other hours), because …`"""
    if not found.changes:
        after = f", though {'; '.join(causes)}" if causes else ""
        return f"None of {found.total:,} assignments changed{after}."
    why = f", because {'; '.join(causes)}" if causes else ""
    names = {Kind.NEW: "new", Kind.GONE: "gone", Kind.MOVED: "moved", Kind.HOURS: "other hours"}
    parts = ", ".join(f"{count} {names[kind]}" for kind, count in _counts(found))
    return f"{_of_en(len(found.changes), found.total)} ({parts}){why}."


def news_text(news: PlanNews, lang: Lang) -> str:
    """The same of news alone, where the single changes are told beside it."""
    causes = words(news.triggers, lang)
    if lang == "ja":
        return f"{_of_ja(news.changed, news.total)}：{'、'.join(causes)}のため。"
    return f"{_of_en(news.changed, news.total)}, because {'; '.join(causes)}."


def _of_ja(changed: int, total: int) -> str:
    return f"{total:,}件中{changed:,}件の割当が変わりました"


def _of_en(changed: int, total: int) -> str:
    return f"{changed:,} of {total:,} assignments changed"


def _counts(found: Changes) -> list[tuple[Kind, int]]:
    counts = [(kind, sum(change.kind is kind for change in found.changes)) for kind in Kind]
    return [(kind, count) for kind, count in counts if count]


def _by_line(assignments: Iterable[Assignment]) -> defaultdict[str, dict[str, Assignment]]:
    lines: defaultdict[str, dict[str, Assignment]] = defaultdict(dict)
    for assignment in assignments:
        lines[assignment.line_id][assignment.talent_id] = assignment
    return lines


def _change(kind: Kind, now: Assignment | None, was: Assignment | None) -> Change:
    some = now or was
    assert some is not None
    return Change(
        kind=kind,
        line_id=some.line_id,
        talent_id=now.talent_id if now else None,
        before_id=was.talent_id if was and kind is not Kind.HOURS else None,
        hours=now.hours if now else {},
        before=was.hours if was else {},
    )
