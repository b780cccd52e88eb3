"""The difference of two problems of a pool: lines, talents, pairs, settings, months."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from matcher.problem import Line, PairId, Problem, ProblemTalent
from models.ids import LineId, TalentId
from models.months import Month

K = TypeVar("K")
V = TypeVar("V")

#: What the settings of a pool say about planning.
_SETTINGS = ("block", "weights", "natures", "training_required")


class ProblemDiff:
    """Compares what both problems can speak of: months that only one of them has stay out."""

    def __init__(self, before: Problem, after: Problem) -> None:
        self.before, self.after = before, after
        self.months_moved = before.months != after.months
        shared = frozenset(before.months) & frozenset(after.months)
        self._shared = shared - {after.months[0]} if self.day_turned else shared
        known = frozenset(line.line_id for line in before.lines)
        self.old_lines = {line.line_id: line for line in self._lines(before, known)}
        self.new_lines = {line.line_id: line for line in self._lines(after, known)}
        self.old_talents = {talent.talent_id: talent for talent in self._talents(before)}
        self.new_talents = {talent.talent_id: talent for talent in self._talents(after)}

    @cached_property
    def settings_changed(self) -> bool:
        """Whether the pool is planned by other settings, or for more or fewer months."""
        was, now = self.before.workdays, self.after.workdays
        days_off = was and now and not self.month_turned and was.of != now.of
        return bool(days_off or len(self.before.months) != len(self.after.months)) or any(
            getattr(self.before, name) != getattr(self.after, name) for name in _SETTINGS
        )

    @property
    def month_turned(self) -> bool:
        """Whether planning begins in another month."""
        return self.before.months[0] != self.after.months[0]

    @property
    def day_turned(self) -> bool:
        """Whether fewer days of the same first month are left: its hours say nothing new."""
        return not self.month_turned and self.before.workdays != self.after.workdays

    @cached_property
    def lines_changed(self) -> dict[LineId, tuple[Line, Line]]:
        """Lines of both problems that are not the same: as they were, as they are."""
        return _changed(self.old_lines, self.new_lines)

    @cached_property
    def talents_changed(self) -> dict[TalentId, tuple[ProblemTalent, ProblemTalent]]:
        """Talents of both problems that are not the same: as they were, as they are."""
        return _changed(self.old_talents, self.new_talents)

    @cached_property
    def barred(self) -> list[PairId]:
        """Pairs that are offered less than before, both still there."""
        return self._here(_more(self._bars(self.before), self._bars(self.after)))

    @cached_property
    def unbarred(self) -> list[PairId]:
        """Pairs that are offered again, both still there."""
        return self._here(_more(self._bars(self.after), self._bars(self.before)))

    @cached_property
    def pinned(self) -> list[PairId]:
        """Pairs that are pinned now and were not, or to other hours."""
        return self._here(_more(self._pins(self.before), self._pins(self.after)))

    @cached_property
    def unpinned(self) -> list[PairId]:
        """Pairs that were pinned and are not any more, both still there."""
        new = {pin.pair for pin in self.after.pins}
        return self._here(pin.pair for pin in self.before.pins if pin.pair not in new)

    @cached_property
    def paths_changed(self) -> list[PairId]:
        """Pairs of old lines and talents whose overhead or points are not what they were."""
        old = {(p.line_id, p.talent_id): p for p in self.before.pairs}
        new = {(p.line_id, p.talent_id): p for p in self.after.pairs}
        found = [pair for pair in old.keys() | new.keys() if old.get(pair) != new.get(pair)]
        known = [p for p in found if p[0] in self.old_lines and p[1] in self.old_talents]
        return [] if self._moved else self._here(sorted(known))

    @property
    def _moved(self) -> bool:
        return self.months_moved or self.day_turned

    def _lines(self, problem: Problem, known: frozenset[LineId]) -> Iterator[Line]:
        for line in problem.lines:
            if not self._moved:
                yield line
            elif hours := self._in_both(line.hours):
                yield line.model_copy(update={"hours": hours})
            elif self.day_turned and line.line_id not in known:
                yield line  # stated since, for the first month alone

    def _talents(self, problem: Problem) -> Iterator[ProblemTalent]:
        for talent in problem.talents:
            if not self._moved:
                yield talent
            else:
                capacity = self._in_both(talent.capacity)
                yield talent.model_copy(update={"capacity": capacity})

    def _bars(self, problem: Problem) -> Iterator[tuple[PairId, frozenset[Month]]]:
        for bar in problem.bars:
            yield (bar.line_id, bar.talent_id), frozenset(bar.months)

    def _pins(self, problem: Problem) -> Iterator[tuple[PairId, frozenset[tuple[Month, int]]]]:
        for pin in problem.pins:
            yield pin.pair, frozenset(self._in_both(pin.hours).items())

    def _in_both(self, hours: Mapping[Month, int]) -> dict[Month, int]:
        return {month: amount for month, amount in hours.items() if month in self._shared}

    def _here(self, pairs: Iterable[PairId]) -> list[PairId]:
        return [p for p in pairs if p[0] in self.new_lines and p[1] in self.new_talents]


def _changed(old: Mapping[K, V], new: Mapping[K, V]) -> dict[K, tuple[V, V]]:
    return {key: (old[key], new[key]) for key in new if key in old and old[key] != new[key]}


def _more(old: Iterable[tuple[PairId, V]], new: Iterable[tuple[PairId, V]]) -> list[PairId]:
    """Pairs of which the new ones say something that the old ones did not, each once."""
    known = set(old)
    return list(dict.fromkeys(pair for pair, what in new if (pair, what) not in known))
