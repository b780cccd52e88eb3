"""Changes to one talent, who then serves all that is left of a line."""

from collections.abc import Callable, Iterator, Sequence

from matcher.explain.line_context import LineContext
from matcher.explain.remedies_on_terms import of_contract, of_exclusive, of_nature, of_training
from matcher.explain.remedy_proposal import (
    ASKING,
    LEVEL,
    RULE,
    SETTING,
    RemedyProposal,
    of_one,
    summed,
)
from matcher.plan import Enough
from models.skills import known_as, lacking, raised

#: What a talent may fail for each change to help, and the change.
_WAYS: tuple[tuple[frozenset[str], Callable[[LineContext, int], Iterator[RemedyProposal]]], ...] = (
    (frozenset(), of_exclusive),
    (frozenset({"contract"}), of_contract),
    (frozenset({"training"}), of_training),
    (frozenset({"nature"}), of_nature),
)


def of_talents(context: LineContext, talents: Sequence[int]) -> Iterator[RemedyProposal]:
    """Changes to one talent, who then serves all that is left. Nobody waives a conflict."""
    if context.room() < 1:
        return
    for at in talents:
        failed = context.static(at)
        if len(failed) > 1:
            continue
        if not failed:
            yield from _hours(context, at)
            yield from _places(context, at)
        if failed <= {"declined"}:
            yield from _decline(context, at)
        for may_fail, change in _WAYS:
            if failed <= may_fail:
                yield from change(context, at)
        if failed == {"skill"}:
            yield from _skill(context, at)
        if failed == {"excluded"}:
            yield from _exclusion(context, at)


def _hours(context: LineContext, at: int) -> Iterator[RemedyProposal]:
    talent = context.numbered.talents[at]
    if more := context.rounded(talent, context.lack(at) or {}):
        yield of_one(
            context.replaced,
            sum(more.values()),
            talent.model_copy(update={"capacity": summed(talent.capacity, more)}),
            Enough(
                kind="hours",
                talent_id=talent.talent_id,
                hours=more,
                covers=context.line.asked,
            ),
        )


def _places(context: LineContext, at: int) -> Iterator[RemedyProposal]:
    talent = context.numbered.talents[at]
    count = talent.municipalities_at_once + 1
    if context.lack(at) is not None:
        return
    wider = talent.model_copy(update={"municipalities_at_once": count})
    if context.lack(at, wider) == {}:
        yield of_one(
            context.replaced,
            SETTING,
            wider,
            Enough(
                kind="places",
                talent_id=talent.talent_id,
                at_once=count,
                covers=context.line.asked,
            ),
        )


def _decline(context: LineContext, at: int) -> Iterator[RemedyProposal]:
    talent = context.numbered.talents[at].talent_id
    if (
        not context.eligibility.barred(context.line_at, at)
        or context.lack(at, asked_again=True) != {}
    ):
        return
    yield RemedyProposal(
        ASKING,
        Enough(
            kind="decline",
            talent_id=talent,
            line_id=context.line.line_id,
            covers=context.line.asked,
        ),
        (talent,),
        context.replaced,
        lambda part: part.without_bars(context.line.line_id, talent),
    )


def _skill(context: LineContext, at: int) -> Iterator[RemedyProposal]:
    talent = context.numbered.talents[at]
    missing = lacking(talent.skills, context.line.skills)
    if len(missing) != 1 or context.lack(at) != {}:
        return
    ((asked, level),) = missing
    # As the talent has it already: an amendment of that name is no second skill.
    skill = known_as(talent.skills, asked)
    yield of_one(
        context.replaced,
        LEVEL * (level - talent.skills.get(skill, 0)),
        talent.model_copy(update={"skills": raised(talent.skills, skill, level)}),
        Enough(
            kind="skill",
            talent_id=talent.talent_id,
            skill=skill,
            level=level,
            covers=context.line.asked,
        ),
    )


def _exclusion(context: LineContext, at: int) -> Iterator[RemedyProposal]:
    talent = context.numbered.talents[at]
    if context.lack(at) != {}:
        return
    stay = tuple(code for code in talent.excluded if code not in context.line.municipalities)
    yield of_one(
        context.replaced,
        RULE,
        talent.model_copy(update={"excluded": stay}),
        Enough(
            kind="exclusion",
            talent_id=talent.talent_id,
            excluded=tuple(code for code in talent.excluded if code not in stay),
            covers=context.line.asked,
        ),
    )
