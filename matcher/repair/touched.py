"""Lines and talents that a change touches; everything else may stay as it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from matcher.problem import Assignment
from matcher.repair.problem_diff import ProblemDiff
from models.ids import LineId, TalentId


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """Lines to be served anew, and talents who have hours to give that they had not before.

    All of them are in the new problem.
    """

    lines: frozenset[LineId]
    talents: frozenset[TalentId]
    #: Talents of whom more is told than that they have hours to give.
    changed: frozenset[TalentId] = frozenset()

    def spares(self, line_id: LineId, talent_id: TalentId) -> bool:
        """Whether the pair is as eligible as before, if both are still there."""
        return line_id not in self.lines and talent_id not in self.changed

    @property
    def size(self) -> int:
        """How much is touched, lines and talents together."""
        return len(self.lines) + len(self.talents)


def touched(found: ProblemDiff, start: Iterable[Assignment]) -> Touched | None:
    """What the difference touches of the plan `start`; None where that is everything.

    Settings, a new month and a new day in it change the worth or the hours of all.
    """
    if found.settings_changed or found.months_moved or found.day_turned:
        return None
    offered = {*found.barred, *found.unbarred, *found.pinned, *found.unpinned}
    new = found.new_lines.keys() - found.old_lines.keys()
    lines = {*new, *found.lines_changed, *(line for line, _ in offered)}
    changed = {
        *(found.new_talents.keys() - found.old_talents.keys()),
        *(found.old_talents.keys() - found.new_talents.keys()),
        *found.talents_changed,
        *(talent for _, talent in (*offered, *found.paths_changed)),
    }
    talents = {
        *changed,
        # Whose line is gone, or is asked otherwise, may have hours to give.
        *(a.talent_id for a in start if a.line_id in lines or a.line_id not in found.new_lines),
    }
    return Touched(
        lines=frozenset(lines),
        talents=frozenset(talents & found.new_talents.keys()),
        changed=frozenset(changed),
    )


def served_otherwise(now: Iterable[Assignment], then: Iterable[Assignment]) -> set[LineId]:
    """Lines with other people or other hours."""
    old = {a.pair: a.hours for a in then}
    new = {a.pair: a.hours for a in now}
    return {pair[0] for pair in old.keys() | new.keys() if old.get(pair) != new.get(pair)}
