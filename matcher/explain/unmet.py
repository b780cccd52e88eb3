"""A line with unmet hours: the funnel, the causes, what would be enough, and the sentences."""

from collections.abc import Mapping

from matcher.best_insertion import best
from matcher.explain import en, ja
from matcher.explain.case import Case, lifted
from matcher.explain.enough import enough
from matcher.explain.funnel import Losses
from matcher.explain.proof import Surroundings
from matcher.explain.words import Story
from matcher.plan import Cause, Unmet
from matcher.problem import ProblemTalent
from matcher.roster import Roster
from models.months import Month

#: The cause that belongs to each rule of the funnel.
CAUSES = {
    "role": Cause.NO_ROLE,
    "skill": Cause.NO_SKILL,
    "contract": Cause.NO_CONTRACT,
    "excluded": Cause.EXCLUDED,
    "declined": Cause.DECLINED,
    "hours": Cause.HOURS_FULL,
    "places": Cause.TOO_MANY_PLACES,
    "exclusive": Cause.EXCLUSIVE,
}


def unmet(roster: Roster, line: int, around: Surroundings | None) -> Unmet:
    """Why the line stays unmet; with its surroundings, also what would be enough."""
    changes = enough(roster, line, around) if around else ()
    movable = [at for at in roster.on[line] if not roster.numbered.is_pinned(line, at)]
    missing = {
        month: left
        for month, left in zip(roster.numbered.months, roster.left[line], strict=True)
        if left
    }
    with lifted(roster, line, movable) as taken:
        case = Case(roster, line, taken)
        losses = Losses(case)
        funnel = losses.funnel()
        causes = _causes(case, losses, [change.kind for change in changes])
        nearest, lacks = _nearest(case, losses, causes[0])
        pm = case.pm_line()
        block = roster.numbered.problem.block if case.is_scrap() else 0
    asked = case.line
    hours = sum(missing.values())
    story = Story(line=asked, hours=hours, nearest=nearest, lacks=lacks, pm_line=pm, block=block)
    first_ja = changes[0].text_ja if changes else ""
    first_en = changes[0].text_en if changes else ""
    return Unmet.model_construct(
        line_id=asked.line_id,
        request_id=asked.request_id,
        line=int(asked.line_id.rpartition("/")[2]),
        role=asked.role,
        hours=hours,
        by_month=missing,
        cause=causes[0],
        causes=causes,
        funnel=funnel,
        enough=changes,
        text_ja=ja.unmet(story, ja.cause(causes[0], story), first_ja),
        text_en=en.unmet(story, en.cause(causes[0], story), first_en),
    )


def _causes(case: Case, losses: Losses, enough: list[str]) -> tuple[Cause, ...]:
    """The binding cause, then what else stands in the way, the nearest first."""
    lost = [row for row in losses.funnel() if row.lost]
    chain: list[Cause] = []
    if not case.roster.may_start(case.line_at):
        chain.append(Cause.NO_PM)
    if case.room() < 1 or case.is_scrap() or enough[:1] == ["people"]:
        chain.append(Cause.PEOPLE_LIMIT)
    if losses.survivors():
        # People pass every rule and still do not serve it: too few together, or not worth it.
        if not chain:
            helps = case.able() or (not case.taken and best(case.roster, case.line_at))
            chain.append(Cause.NOT_WORTH if helps else Cause.HOURS_FULL)
    elif lost:
        chain.append(CAUSES[lost[-1].rule])
    # That most people hold another role is no news.
    chain += [CAUSES[row.rule] for row in reversed(lost) if row.rule != "role"]
    chain += [Cause.PEOPLE_LIMIT] if "people" in enough else []
    return tuple(dict.fromkeys(chain)) or (Cause.NO_ROLE,)


def _nearest(
    case: Case, losses: Losses, cause: Cause
) -> tuple[ProblemTalent | None, Mapping[Month, int]]:
    """Who comes closest to serving what is left, and the hours they lack."""
    fit = [at for at in case.others if not case.static(at)]
    if cause is Cause.TOO_MANY_PLACES:
        full = [at for at in fit if "places" in losses.lost[at]]
        full.sort(key=lambda at: (losses.lost[at] != ("places",), at))
        return (case.numbered.talents[full[0]], {}) if full else (None, {})
    lacks = [(sum(lack.values()), at, lack) for at in fit if (lack := case.lack(at))]
    if not lacks:
        return None, {}
    _, at, lack = min(lacks, key=lambda item: item[:2])
    return case.numbered.talents[at], lack
