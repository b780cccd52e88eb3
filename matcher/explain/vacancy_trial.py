"""A post to be filled, tried out: what somebody in it would serve, the rest left as it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from matcher.check import faults
from matcher.explain.fill_roster import filled
from matcher.figures.served_municipalities import served_municipalities
from matcher.plan import Plan, Status
from matcher.problem import Assignment, Hours, Line, Problem, ProblemTalent
from matcher.roster.best_insertion import insertion
from matcher.roster.roster import Roster
from models.codes import MunicipalityCode
from models.entities import Form, Nature, Role
from models.ids import LineId, TalentId
from models.months import Month


@dataclass(frozen=True, slots=True)
class Trial:
    """What becomes of a plan with somebody in the post."""

    hours: Hours  #: of the newcomer, as used
    own: frozenset[LineId]  #: lines the newcomer serves
    gained: Mapping[LineId, int]  #: quarters more by line; others may serve what a PM opens
    reached: frozenset[MunicipalityCode]  #: municipalities that had not one hour before
    assignments: tuple[Assignment, ...]

    @property
    def effect(self) -> tuple[int, int, int, int, tuple[LineId, ...]]:
        """The largest first, and of two the one that takes fewer hours."""
        more = -len(self.reached), -len(self.gained), -self.more, self.spent
        return *more, tuple(sorted(self.own))

    @property
    def spent(self) -> int:
        """Quarters of the newcomer."""
        return sum(self.hours.values())

    @property
    def more(self) -> int:
        """Quarters more that the plan serves."""
        return sum(self.gained.values())


def newcomer(
    problem: Problem, role: Role, skills: Mapping[str, int], hours: Hours, lines: Iterable[Line]
) -> ProblemTalent:
    """Somebody in the post, trained, who serves as many municipalities as anybody by default.

    Their employment form is the first that may do most of these lines' work.
    """
    taken = {talent.talent_id for talent in problem.talents}
    name = next(n for n in map(f"vacant-{role}-{{}}".format, count(1)) if n not in taken)
    return ProblemTalent(
        talent_id=TalentId(name),
        roles=(role,),
        skills=dict(skills),
        form=_form(problem, [line.nature for line in lines]),
        trained_from=problem.months[0],
        contract_from=problem.months[0],
        contract_until=problem.months[-1],
        capacity=hours,
    )


def _form(problem: Problem, natures: Sequence[Nature]) -> Form:
    def most(form: Form) -> int:
        return sum(nature in problem.natures.get(form, natures) for nature in natures)

    # The first of the largest; an appointment that ends in March only where nobody else may.
    lasting = [form for form in Form if form is not Form.FISCAL_YEAR]
    return max((*lasting, Form.FISCAL_YEAR), key=most)


def tried(ground: Roster, talent: int, lines: Sequence[Line]) -> Trial:
    """Put the talent on the lines one by one, then fill up what a PM opens to others."""
    numbered = ground.numbered
    roster = ground.copy()
    talent_id = numbered.talents[talent].talent_id
    started: list[int] = []
    for line in lines:
        offer = insertion(roster, line.line_id, (talent_id,))
        if offer and offer.points > 0:
            roster.take(offer)
            started.append(offer.line)
    # The ground is full: only what waited for these lines can be served now.
    filled(roster, sorted({e for at in started for e in numbered.carried[at]}))
    own = frozenset(
        numbered.lines[at].line_id for at, hands in enumerate(roster.on) if talent in hands
    )
    made = roster.assignments()
    used: dict[Month, int] = {}
    for work in made:
        if work.talent_id == talent_id:
            used |= {m: used.get(m, 0) + hours for m, hours in work.hours.items()}
    gained = {
        line.line_id: more
        for at, line in enumerate(numbered.lines)
        if (more := roster.total(at) - ground.total(at))
    }
    new = served_municipalities(numbered.problem, made) - served_municipalities(
        numbered.problem, ground.assignments()
    )
    return Trial(dict(sorted(used.items())), own, gained, new, made)


def is_valid(problem: Problem, assignments: Sequence[Assignment]) -> bool:
    """Whether the independent checker accepts these assignments."""
    roster = Roster(problem, assignments)
    plan = Plan.model_construct(
        pool_id=problem.pool_id,
        version=problem.version,
        months=problem.months,
        status=Status.FEASIBLE,
        method="proof",
        assignments=tuple(assignments),
        terms=roster.terms,
        score=roster.score,
    )
    return not faults(problem, plan)
