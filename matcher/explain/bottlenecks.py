"""What the pool lacks most: hours of a role, in which months, and what they would serve.

Each entry is proved: somebody with just these hours and skills joins the plan, everybody else stays
where they are, and the checker accepts what comes out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from matcher.explain.fill_roster import filled
from matcher.explain.unmet_groups import UnmetGroup, skills_of, unmet_groups
from matcher.explain.vacancy_trial import Trial, is_valid, newcomer, tried
from matcher.explanation import Bottleneck
from matcher.figures.served_municipalities import quarters_by_municipality, served_municipalities
from matcher.plan import Plan, Status
from matcher.problem import Assignment, Hours, Line, Problem
from matcher.roster.roster import Roster
from models.codes import MunicipalityCode
from models.hours import FULL_WEEK
from models.months import Month

#: One person works no more in a month: four full weeks.
FULL_MONTH = 4 * FULL_WEEK
#: Entries in a list, tries for each group of unmet lines, and groups: the largest first.
MOST, TRIES, GROUPS = 5, 24, 8


def bottlenecks(problem: Problem, plan: Plan) -> tuple[Bottleneck, ...]:
    """At most five, the largest effect first; two of a group at most: the largest, and the cheapest
    for each line. The same for the same plan; empty where nobody new would help.
    """
    groups = unmet_groups(problem, plan.unmet)[:GROUPS]
    if plan.status in (Status.INFEASIBLE, Status.UNKNOWN) or not groups:
        return ()
    larger, rows = problem, []
    for want in groups:
        most = _most(want.missing, problem.months)
        person = newcomer(larger, want.role, want.skills, most, want.lines)
        rows.append(len(larger.talents))
        larger = larger.model_copy(update={"talents": (*larger.talents, person)})
    ground = Roster(larger, plan.assignments)
    for row in rows:
        ground.free[row] = [0] * len(problem.months)
    # What could be served without anybody new is nobody's bottleneck.
    ground = filled(ground)
    now = ground.assignments()
    trials = [
        (trial, want)
        for want, row in zip(groups, rows, strict=True)
        for trial in _chosen(_trials(ground, want, row))
    ]
    trials.sort(key=lambda item: item[0].effect)
    proved = (entry for trial, want in trials if (entry := _proved(problem, now, want, trial)))
    # The checker takes its time in a large pool: no more is proved than is shown.
    return tuple(sorted(islice(proved, MOST), key=_effect))


def _trials(ground: Roster, want: UnmetGroup, talent: int) -> Iterator[Trial]:
    problem, now = ground.numbered.problem, ground.assignments()
    lines = _ordered(want.lines, served_municipalities(problem, now))
    for window in want.windows()[:TRIES]:
        hours = _most(want.missing, window)
        there = ground.copy()
        there.free[talent] = [hours.get(month, 0) for month in problem.months]
        trial = tried(there, talent, lines)
        if trial.own:
            yield trial


def _most(missing: Mapping[Month, int], months: Iterable[Month]) -> Hours:
    """What is missing in these months, and no more than one person works."""
    return {m: min(FULL_MONTH, missing[m]) for m in months if missing.get(m)}


def _ordered(lines: Iterable[Line], served: frozenset[MunicipalityCode]) -> list[Line]:
    """Municipalities with nothing first, then what takes the fewest hours."""
    return sorted(
        lines,
        key=lambda line: (
            bool(served.intersection(line.municipalities)),
            line.asked,
            line.line_id,
        ),
    )


def _chosen(trials: Iterable[Trial]) -> list[Trial]:
    """The trial with the largest effect, and the one with the fewest hours for each line."""
    found = list(trials)
    if not found:
        return []
    large = min(found, key=lambda trial: trial.effect)
    cheap = min(found, key=lambda t: (t.spent / len(t.gained), t.effect))
    return [large] if cheap.own == large.own else [large, cheap]


def _proved(
    problem: Problem, now: Sequence[Assignment], want: UnmetGroup, trial: Trial
) -> Bottleneck | None:
    """The same again with just the hours and skills that were used; None where it fails."""
    mine = [line for line in want.lines if line.line_id in trial.own]
    person = newcomer(problem, want.role, skills_of(mine), trial.hours, mine)
    larger = problem.model_copy(update={"talents": (*problem.talents, person)})
    ground = Roster(larger, now)
    before = served_municipalities(larger, now)
    again = tried(ground, ground.numbered.talent_at[person.talent_id], _ordered(mine, before))
    if not again.own or not is_valid(larger, again.assignments):
        return None
    helped = (line for line in problem.lines if line.line_id in again.gained)
    return Bottleneck(
        role=want.role,
        skills=person.skills,
        form=person.form,
        hours=again.hours,
        missing=sum(want.missing.values()),
        served=again.more,
        lines=tuple(sorted(again.gained)),
        municipalities=tuple(sorted(quarters_by_municipality((line, 1) for line in helped))),
        reached=tuple(sorted(again.reached)),
    )


def _effect(entry: Bottleneck) -> tuple[int, int, int, int, str, tuple[str, ...]]:
    more = -len(entry.reached), -len(entry.lines), -entry.served, sum(entry.hours.values())
    return *more, entry.role, entry.lines
