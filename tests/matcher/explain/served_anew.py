"""A second, slow way to serve one line whole: to judge what an explanation claims."""

from collections.abc import Sequence
from itertools import combinations

from matcher.check import faults
from matcher.plan import Enough
from matcher.problem import Assignment, Line, Problem, ProblemTalent
from models.entities import Form, Role
from tests.matcher.some_problems import plan_of


def line_of(problem: Problem, line_id: str) -> Line:
    return next(line for line in problem.lines if line.line_id == line_id)


def serve(problem: Problem, stay: Sequence[Assignment], line_id: str) -> list[Assignment] | None:
    """All assignments with the whole line served by any people it allows, the others frozen."""
    line = line_of(problem, line_id)
    on = {a.talent_id for a in stay if a.line_id == line_id}
    free = [t for t in problem.talents if t.talent_id not in on]
    for count in range(1, line.people - len(on) + 1):
        for team in combinations(free, count):
            made = _by(problem, stay, line, team)
            if made and not faults(problem, plan_of(problem, tuple(made))):
                return made
    return None


def _by(
    problem: Problem, stay: Sequence[Assignment], line: Line, team: Sequence[ProblemTalent]
) -> list[Assignment] | None:
    """Each month apart: some of the team, each with a block at least, all that is left."""
    hours: dict[str, dict[str, int]] = {t.talent_id: {} for t in team}
    for month, asked in line.hours.items():
        left = asked - sum(a.hours.get(month, 0) for a in stay if a.line_id == line.line_id)
        if not left:
            continue
        least = max(1, min(problem.block, asked))
        most = {t.talent_id: _most(problem, stay, line, t, month) for t in team}
        for some in [c for n in range(len(team), 0, -1) for c in combinations(team, n)]:
            names = [t.talent_id for t in some]
            if least * len(some) <= left <= sum(most[n] for n in names) and all(
                most[n] >= least for n in names
            ):
                rest = left - least * len(some)
                for name in names:
                    extra = min(rest, most[name] - least)
                    hours[name][month] = least + extra
                    rest -= extra
                break
        else:
            return None
    new = [
        Assignment(line_id=line.line_id, talent_id=name, hours=row)
        for name, row in hours.items()
        if row
    ]
    return [*stay, *new]


def _most(
    problem: Problem, stay: Sequence[Assignment], line: Line, talent: ProblemTalent, month: str
) -> int:
    lines = {ln.line_id: ln for ln in problem.lines}
    mine = [a for a in stay if a.talent_id == talent.talent_id and month in a.hours]
    places = {lines[a.line_id].municipalities for a in mine}
    crowded = line.municipalities not in places and len(places) >= talent.municipalities_at_once
    apart = not mine or not (line.exclusive or any(lines[a.line_id].exclusive for a in mine))
    barred = any(
        b.line_id == line.line_id
        and b.talent_id == talent.talent_id
        and (not b.months or month in b.months)
        for b in problem.bars
    )
    inside = talent.contract_from <= month <= last_month(talent)
    if problem.training_required:
        inside &= talent.trained_from is not None and talent.trained_from <= month
    alien = line.role not in talent.roles or set(talent.excluded) & set(line.municipalities)
    alien = alien or talent.employer in line.vendors  # type: ignore[assignment]
    alien = alien or line.nature not in problem.natures.get(talent.form, (line.nature,))  # type: ignore[assignment]
    low = any(talent.skills.get(s, 0) < n for s, n in line.skills.items())
    if barred or not inside or alien or low or crowded or not apart:
        return 0
    overhead = {(p.line_id, p.talent_id): p.overhead.get(month, 0) for p in problem.pairs}  # type: ignore[call-overload]
    used = sum(a.hours[month] + overhead.get(a.pair, 0) for a in mine)  # type: ignore[index]
    used += overhead.get((line.line_id, talent.talent_id), 0)
    return max(0, max(0, talent.capacity.get(month, 0) - talent.overhead) - used)  # type: ignore[call-overload, no-any-return]


def apply(
    problem: Problem, stay: Sequence[Assignment], line_id: str, claim: Enough
) -> tuple[Problem, list[Assignment]]:
    """The problem with a claimed change made, from nothing but what the claim says."""
    line = line_of(problem, line_id)
    talents = {t.talent_id: t for t in problem.talents}
    lines = {ln.line_id: ln for ln in problem.lines}
    bars, made, natures = list(problem.bars), list(stay), dict(problem.natures)
    if claim.talent_id:
        talent = talents[claim.talent_id]
        new: dict[str, object] = {
            "capacity": {
                m: talent.capacity.get(m, 0) + claim.hours.get(m, 0) for m in problem.months
            }
        }
        match claim.kind:
            case "places":
                new["municipalities_at_once"] = talent.municipalities_at_once + 1
            case "skill":
                new["skills"] = talent.skills | {claim.skill: claim.level}
            case "exclusion":
                new["excluded"] = tuple(set(talent.excluded) - set(line.municipalities))
            case "contract":
                assert claim.first
                assert claim.last
                new["contract_from"], new["contract_until"] = claim.first, claim.last
                if talent.form == "fiscal_year":
                    new["renewed_until"] = claim.last
            case "training":
                new["trained_from"] = claim.first
            case "decline":
                bars = [b for b in bars if (b.line_id, b.talent_id) != (line_id, claim.talent_id)]
        talents[claim.talent_id] = ProblemTalent.model_validate(talent.model_dump() | new)
    if claim.kind == "nature":
        assert claim.form
        assert claim.nature
        natures[claim.form] = (*natures[claim.form], claim.nature)
    if claim.kind == "exclusive":
        assert claim.line_id
        lines[claim.line_id] = lines[claim.line_id].model_copy(update={"exclusive": False})
        line = lines[line_id]  # type: ignore[index]
    if claim.kind == "talent":
        talents["somebody"] = _somebody(problem, "somebody", line, claim.hours)  # type: ignore[index]
    if claim.people:
        line = line.model_copy(update={"people": claim.people})
    if claim.kind in ("pm_line", "talent") and claim.line_id:
        pm = lines[claim.line_id]
        asked = {m: h for m, h in pm.hours.items() if h}
        talents["leader"] = _somebody(problem, "leader", pm, asked)  # type: ignore[index]
        made.append(Assignment(line_id=pm.line_id, talent_id="leader", hours=asked))
    elif claim.kind in ("pm_line", "talent") and not any(
        ln.role is Role.PM and ln.request_id == line.request_id and ln.asked for ln in problem.lines
    ):
        line = line.model_copy(update={"needs_pm": False})
    lines[line.line_id] = line
    changed = problem.model_copy(
        update={
            "talents": tuple(talents.values()),
            "lines": tuple(lines.values()),
            "bars": tuple(bars),
            "natures": natures,
        }
    )
    return Problem.model_validate(changed.model_dump()), made


def last_month(talent: ProblemTalent) -> str:
    """The last month under contract, counted by hand."""
    year, month = int(talent.contract_from[:4]), int(talent.contract_from[5:])
    march = f"{year + (month > 3)}-03"
    end = max(march, talent.renewed_until or march)
    return min(talent.contract_until, end if talent.form == "fiscal_year" else "9999-12")


def _somebody(problem: Problem, name: str, line: Line, hours: object) -> ProblemTalent:
    # The fiscal-year appointment last: it may not last long enough.
    forms = sorted(Form, key=lambda form: form is Form.FISCAL_YEAR)
    return ProblemTalent(
        form=next(f for f in forms if line.nature in problem.natures.get(f, (line.nature,))),
        trained_from=problem.months[0],
        talent_id=name,
        roles=(line.role,),
        skills=line.skills,
        contract_from=problem.months[0],
        contract_until=problem.months[-1],
        capacity=hours,
        municipalities_at_once=1,
    )
