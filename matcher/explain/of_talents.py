"""Changes to one talent, who then serves all that is left of a line."""

from collections.abc import Iterator, Sequence

from matcher.explain import en, ja
from matcher.explain.case import Case
from matcher.explain.proposal import ASKING, LEVEL, RULE, SETTING, Proposal
from matcher.plan import Enough
from matcher.problem import Hours, ProblemTalent


def of_talents(case: Case, talents: Sequence[int]) -> Iterator[Proposal]:
    """Changes to one talent, who then serves all that is left."""
    if case.room() < 1:
        return
    for at in talents:
        failed = case.static(at)
        if not failed:
            yield from _hours(case, at)
            yield from _places(case, at)
        if failed <= {"declined"}:
            yield from _decline(case, at)
        if failed <= {"contract"}:
            yield from _contract(case, at)
        if failed == {"skill"}:
            yield from _skill(case, at)
        if failed == {"excluded"}:
            yield from _exclusion(case, at)


def _hours(case: Case, at: int) -> Iterator[Proposal]:
    talent = case.numbered.talents[at]
    if more := case.rounded(talent, case.lack(at) or {}):
        yield _of_one(
            case,
            sum(more.values()),
            talent.model_copy(update={"capacity": _sum(talent.capacity, more)}),
            Enough(
                kind="hours",
                talent_id=talent.talent_id,
                hours=more,
                covers=case.line.asked,
                text_ja=ja.hours(talent.talent_id, more),
                text_en=en.hours(talent.talent_id, more),
            ),
        )


def _places(case: Case, at: int) -> Iterator[Proposal]:
    talent = case.numbered.talents[at]
    count = talent.municipalities_at_once + 1
    wider = talent.model_copy(update={"municipalities_at_once": count})
    if case.lack(at) is None and case.lack(at, wider) == {}:
        yield _of_one(
            case,
            SETTING,
            wider,
            Enough(
                kind="places",
                talent_id=talent.talent_id,
                covers=case.line.asked,
                text_ja=ja.places(talent.talent_id, count),
                text_en=en.places(talent.talent_id, count),
            ),
        )


def _decline(case: Case, at: int) -> Iterator[Proposal]:
    talent = case.numbered.talents[at].talent_id
    if not case.barred[talent] or case.lack(at, asked_again=True) != {}:
        return
    yield Proposal(
        ASKING,
        Enough(
            kind="decline",
            talent_id=talent,
            line_id=case.line.line_id,
            covers=case.line.asked,
            text_ja=ja.decline(talent),
            text_en=en.decline(talent),
        ),
        (talent,),
        case.replaced,
        lambda part: part.without_bars(case.line.line_id, talent),
    )


def _contract(case: Case, at: int) -> Iterator[Proposal]:
    talent = case.numbered.talents[at]
    months = case.left_by_month()
    if not months:
        return
    first, last = min(talent.contract_from, *months), max(talent.contract_until, *months)
    if (first, last) == (talent.contract_from, talent.contract_until):
        return
    longer = talent.model_copy(update={"contract_from": first, "contract_until": last})
    lack = case.lack(at, longer)
    if lack is None:
        return
    more = case.rounded(longer, lack)
    yield _of_one(
        case,
        RULE + sum(more.values()),
        longer.model_copy(update={"capacity": _sum(talent.capacity, more)}),
        Enough(
            kind="contract",
            talent_id=talent.talent_id,
            hours=more,
            covers=case.line.asked,
            text_ja=ja.contract(talent, first, last, more),
            text_en=en.contract(talent, first, last, more),
        ),
    )


def _skill(case: Case, at: int) -> Iterator[Proposal]:
    talent = case.numbered.talents[at]
    missing = [(s, n) for s, n in case.line.skills.items() if talent.skills.get(s, 0) < n]
    if len(missing) != 1 or case.lack(at) != {}:
        return
    ((skill, level),) = missing
    yield _of_one(
        case,
        LEVEL * (level - talent.skills.get(skill, 0)),
        talent.model_copy(update={"skills": {**talent.skills, skill: level}}),
        Enough(
            kind="skill",
            talent_id=talent.talent_id,
            skill=skill,
            level=level,
            covers=case.line.asked,
            text_ja=ja.skill(talent.talent_id, skill, level),
            text_en=en.skill(talent.talent_id, skill, level),
        ),
    )


def _exclusion(case: Case, at: int) -> Iterator[Proposal]:
    talent = case.numbered.talents[at]
    if case.lack(at) != {}:
        return
    stay = tuple(code for code in talent.excluded if code not in case.line.municipalities)
    yield _of_one(
        case,
        RULE,
        talent.model_copy(update={"excluded": stay}),
        Enough(
            kind="exclusion",
            talent_id=talent.talent_id,
            covers=case.line.asked,
            text_ja=ja.exclusion(talent.talent_id),
            text_en=en.exclusion(talent.talent_id),
        ),
    )


def _of_one(case: Case, effort: int, changed: ProblemTalent, enough: Enough) -> Proposal:
    """A proposal that changes one talent and nothing else."""
    return Proposal(
        effort,
        enough,
        (changed.talent_id,),
        case.replaced,
        lambda part: part.with_talent(changed),
    )


def _sum(capacity: Hours, more: Hours) -> Hours:
    return {m: capacity.get(m, 0) + more.get(m, 0) for m in capacity.keys() | more.keys()}
