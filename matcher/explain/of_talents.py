"""Changes to one talent, who then serves all that is left of a line."""

from collections.abc import Callable, Iterator, Sequence

from matcher.explain import en, ja
from matcher.explain.case import Case
from matcher.explain.of_terms import of_contract, of_exclusive, of_nature, of_training
from matcher.explain.proposal import ASKING, LEVEL, RULE, SETTING, Proposal, of_one, summed
from matcher.plan import Enough
from models.skills import known_as, lacking, raised

#: What a talent may fail for each change to help, and the change.
_WAYS: tuple[tuple[frozenset[str], Callable[[Case, int], Iterator[Proposal]]], ...] = (
    (frozenset(), of_exclusive),
    (frozenset({"contract"}), of_contract),
    (frozenset({"training"}), of_training),
    (frozenset({"nature"}), of_nature),
)


def of_talents(case: Case, talents: Sequence[int]) -> Iterator[Proposal]:
    """Changes to one talent, who then serves all that is left. Nobody waives a conflict."""
    if case.room() < 1:
        return
    for at in talents:
        failed = case.static(at)
        if len(failed) > 1:
            continue
        if not failed:
            yield from _hours(case, at)
            yield from _places(case, at)
        if failed <= {"declined"}:
            yield from _decline(case, at)
        for may_fail, change in _WAYS:
            if failed <= may_fail:
                yield from change(case, at)
        if failed == {"skill"}:
            yield from _skill(case, at)
        if failed == {"excluded"}:
            yield from _exclusion(case, at)


def _hours(case: Case, at: int) -> Iterator[Proposal]:
    talent = case.numbered.talents[at]
    if more := case.rounded(talent, case.lack(at) or {}):
        yield of_one(
            case.replaced,
            sum(more.values()),
            talent.model_copy(update={"capacity": summed(talent.capacity, more)}),
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
    if case.lack(at) is not None:
        return
    wider = talent.model_copy(update={"municipalities_at_once": count})
    if case.lack(at, wider) == {}:
        yield of_one(
            case.replaced,
            SETTING,
            wider,
            Enough(
                kind="places",
                talent_id=talent.talent_id,
                at_once=count,
                covers=case.line.asked,
                text_ja=ja.places(talent.talent_id, count),
                text_en=en.places(talent.talent_id, count),
            ),
        )


def _decline(case: Case, at: int) -> Iterator[Proposal]:
    talent = case.numbered.talents[at].talent_id
    if not case.standing.barred(case.line_at, at) or case.lack(at, asked_again=True) != {}:
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


def _skill(case: Case, at: int) -> Iterator[Proposal]:
    talent = case.numbered.talents[at]
    missing = lacking(talent.skills, case.line.skills)
    if len(missing) != 1 or case.lack(at) != {}:
        return
    ((asked, level),) = missing
    # As the talent has it already: an amendment of that name is no second skill.
    skill = known_as(talent.skills, asked)
    yield of_one(
        case.replaced,
        LEVEL * (level - talent.skills.get(skill, 0)),
        talent.model_copy(update={"skills": raised(talent.skills, skill, level)}),
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
    yield of_one(
        case.replaced,
        RULE,
        talent.model_copy(update={"excluded": stay}),
        Enough(
            kind="exclusion",
            talent_id=talent.talent_id,
            excluded=tuple(code for code in talent.excluded if code not in stay),
            covers=case.line.asked,
            text_ja=ja.exclusion(talent.talent_id),
            text_en=en.exclusion(talent.talent_id),
        ),
    )
