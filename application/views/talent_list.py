"""The talents of a pool as a list, filtered, and as a matrix of skills."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from application.views.hours import total
from application.views.talent_hours import TalentHours, talent_hours
from matcher.plan import Plan
from matcher.ports import LedgerRow
from models.entities import Form, Person, Role, Talent, TalentStatus
from models.ids import TalentId
from models.skills import level, skill_key
from models.text_folding import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class TalentFilter:
    """What is looked for; empty: everybody in the pool."""

    words: str = ""
    role: str = ""
    form: str = ""
    skill: str = ""
    left: bool = False  #: who has left, in place of who is there


@dataclass(frozen=True, slots=True, kw_only=True)
class TalentRow:
    """A talent with the figures of the plan, and who it is."""

    talent: Talent
    name: str
    hours: TalentHours

    @property
    def available(self) -> int:
        """Over the months of the plan."""
        return total(self.hours.available)

    @property
    def used(self) -> int:
        """Over the months of the plan."""
        return total(self.hours.used)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRow:
    """A skill of the pool: its name, and who has it at which level."""

    name: str
    levels: Mapping[TalentId, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class TalentList:
    """Those that are shown, of all."""

    rows: tuple[TalentRow, ...]
    skills: tuple[SkillRow, ...]  #: of those that are shown, the most common first
    known_skills: tuple[str, ...]  #: of everybody, to choose from
    of: int  #: how many the pool has, without filters
    filter: TalentFilter = field(default_factory=TalentFilter)


def talent_list(
    talents: Sequence[Talent],
    people: Mapping[TalentId, Person],
    plan: Plan | None,
    ledger: Sequence[LedgerRow],
    wanted: TalentFilter,
) -> TalentList:
    """In the order of ids."""
    status = TalentStatus.LEFT if wanted.left else TalentStatus.ACTIVE
    here = [each for each in talents if each.status is status]
    rows: dict[TalentId, list[LedgerRow]] = {}
    for row in ledger:
        rows.setdefault(row.talent_id, []).append(row)
    shown = [
        TalentRow(
            talent=each,
            name=people[each.talent_id].name if each.talent_id in people else "",
            hours=talent_hours(each, plan, rows.get(each.talent_id, ())),
        )
        for each in sorted(here, key=lambda each: each.talent_id)
        if _fits(each, people.get(each.talent_id), wanted)
    ]
    return TalentList(
        rows=tuple(shown),
        skills=_matrix([row.talent for row in shown]),
        known_skills=tuple(row.name for row in _matrix(here)),
        of=len(here),
        filter=wanted,
    )


def _fits(talent: Talent, person: Person | None, wanted: TalentFilter) -> bool:
    if wanted.role and Role(wanted.role) not in talent.roles:
        return False
    if wanted.form and talent.form is not Form(wanted.form):
        return False
    if wanted.skill and not level(talent.skills, wanted.skill):
        return False
    texts = [talent.talent_id, person.name if person else "", *talent.skills]
    key = folded(wanted.words)
    return not key or any(key in folded(text) for text in texts)


def _matrix(talents: Sequence[Talent]) -> tuple[SkillRow, ...]:
    names: dict[str, str] = {}
    levels: dict[str, dict[TalentId, int]] = {}
    for talent in talents:
        for name, held in talent.skills.items():
            key = skill_key(name)
            names.setdefault(key, name)
            levels.setdefault(key, {})[talent.talent_id] = held
    keys = sorted(levels, key=lambda key: (-len(levels[key]), key))
    return tuple(SkillRow(name=names[key], levels=levels[key]) for key in keys)
