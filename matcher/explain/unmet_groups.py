"""What is unmet, in groups that one more person of a role could serve."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matcher.plan import Cause, Unmet
from matcher.problem import Line, Problem
from models.entities import Role
from models.months import Month
from models.skills import by_key, highest


@dataclass(frozen=True, slots=True)
class UnmetGroup:
    """Unmet lines of one role that one person could serve, and what that person must be able to."""

    role: Role
    lines: tuple[Line, ...]
    missing: Mapping[Month, int]

    @property
    def skills(self) -> dict[str, int]:
        """Enough for every one of the lines."""
        return skills_of(self.lines)

    def windows(self) -> list[tuple[Month, ...]]:
        """The months in which somebody might come: each line's own, each alone, and all."""
        spans = {
            tuple(sorted(m for m, asked in line.hours.items() if asked)) for line in self.lines
        }
        spans |= {(month,) for month in self.missing} | {tuple(sorted(self.missing))}
        return sorted(spans, key=lambda span: (-sum(self.missing.get(m, 0) for m in span), span))


def unmet_groups(problem: Problem, unmet: Iterable[Unmet]) -> list[UnmetGroup]:
    """Unmet lines by role; those for which nobody has the skills, by those skills too."""
    lines = {line.line_id: line for line in problem.lines}
    groups: defaultdict[tuple[Role, tuple[tuple[str, int], ...]], list[Unmet]] = defaultdict(list)
    for each in unmet:
        skills = lines[each.line_id].skills if each.cause is Cause.NO_SKILL else {}
        groups[each.role, tuple(sorted(by_key(skills).items()))].append(each)
    found = []
    for (role, _), group in groups.items():
        missing: defaultdict[Month, int] = defaultdict(int)
        for each in group:
            for month, hours in each.by_month.items():
                missing[month] += hours
        found.append(UnmetGroup(role, tuple(lines[each.line_id] for each in group), dict(missing)))
    return sorted(found, key=lambda w: (-sum(w.missing.values()), w.role, w.lines[0].line_id))


def skills_of(lines: Iterable[Line]) -> dict[str, int]:
    """The highest level of every skill that any of the lines asks for."""
    return dict(sorted(highest(line.skills for line in lines).items()))
