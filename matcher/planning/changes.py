"""What moved between two plans, as people see it: new, gone, another person, other hours."""

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum

from matcher.problem import Assignment, Hours
from models.frozen import Frozen
from models.ids import LineIdField, TalentIdField


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

    @property
    def counts(self) -> list[tuple[Kind, int]]:
        """How many of each kind, where there are any."""
        counts = [(kind, sum(change.kind is kind for change in self.changes)) for kind in Kind]
        return [(kind, count) for kind, count in counts if count]


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
