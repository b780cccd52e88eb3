"""Changes to the terms on which a talent works: contract, training, nature of work, 専任.

Where these alone leave hours short, the hours that have to be there besides are named too.
"""

from collections.abc import Iterator

from matcher.explain import en, ja
from matcher.explain.case import Case
from matcher.explain.proof import Part
from matcher.explain.proposal import RULE, SETTING, Proposal, of_one, summed
from matcher.explain.words import Term
from matcher.plan import Enough
from matcher.problem import Hours, ProblemTalent
from models.entities import Form


def of_contract(case: Case, at: int) -> Iterator[Proposal]:
    """The contract over all months that are left; an appointment renewed past its March."""
    talent = case.numbered.talents[at]
    months = case.left_by_month()
    if not months:
        return
    first, last = min(talent.contract_from, *months), max(talent.last_month, *months)
    if (first, last) == (talent.contract_from, talent.last_month):
        return
    longer = talent.model_copy(
        update={
            "contract_from": first,
            "contract_until": max(talent.contract_until, last),
            "renewed_until": last if talent.form is Form.FISCAL_YEAR else talent.renewed_until,
        }
    )
    lack = case.lack(at, longer)
    if lack is None:
        return
    if (more := case.rounded(longer, lack)) is None:
        return
    renewed = talent.form is Form.FISCAL_YEAR and last > talent.last_month
    term = Term(first=first, last=last, earlier=first < talent.contract_from, renewed=renewed)
    changed = longer.model_copy(update={"capacity": summed(talent.capacity, more)})
    yield Proposal(
        RULE + sum(more.values()),
        Enough(
            kind="contract",
            talent_id=talent.talent_id,
            hours=more,
            first=first,
            last=last,
            covers=case.line.asked,
            text_ja=ja.contract(talent.talent_id, term, more),
            text_en=en.contract(talent.talent_id, term, more),
        ),
        (talent.talent_id,),
        case.replaced,
        lambda part: part.with_talent(changed),
    )


def of_training(case: Case, at: int) -> Iterator[Proposal]:
    """The training done, or waived, by the first month that is left."""
    talent, months = case.numbered.talents[at], case.left_by_month()
    if not case.numbered.problem.training_required or not months:
        return
    first = min(months)
    if talent.trained_from is not None and talent.trained_from <= first:
        return
    trained = talent.model_copy(update={"trained_from": first})
    lack = case.lack(at, trained)
    if lack is None:
        return
    if (more := case.rounded(trained, lack)) is None:
        return
    yield of_one(
        case.replaced,
        RULE + sum(more.values()),
        trained.model_copy(update={"capacity": summed(talent.capacity, more)}),
        Enough(
            kind="training",
            talent_id=talent.talent_id,
            hours=more,
            first=first,
            covers=case.line.asked,
            text_ja=ja.training(talent.talent_id, first, more),
            text_en=en.training(talent.talent_id, first, more),
        ),
    )


def of_nature(case: Case, at: int) -> Iterator[Proposal]:
    """The nature of the work allowed for the talent's employment form."""
    talent, nature = case.numbered.talents[at], case.line.nature
    lack = case.lack(at)
    if "nature" not in case.static(at) or lack is None:
        return
    if (more := case.rounded(talent, lack)) is None:
        return
    changed = _with_hours(talent, more)
    yield Proposal(
        2 * RULE + sum(more.values()),  # it changes the pool for everybody
        Enough(
            kind="nature",
            talent_id=talent.talent_id,
            form=talent.form,
            nature=nature,
            natures=(*case.numbered.problem.natures.get(talent.form, ()), nature),
            hours=more,
            covers=case.line.asked,
            text_ja=ja.nature(talent.form, nature, talent.talent_id, more),
            text_en=en.nature(talent.form, nature, talent.talent_id, more),
        ),
        (talent.talent_id,),
        case.replaced,
        lambda part: part.with_talent(changed).with_nature(talent.form, nature),
    )


def of_exclusive(case: Case, at: int) -> Iterator[Proposal]:
    """One line no longer exclusive: this one, or the one that has the talent to itself."""
    if case.lack(at) is not None or (lack := case.lack(at, shared=True)) is None:
        return
    alone = _kept_apart(case, at)
    if len(alone) != 1:
        return
    talent, line = case.numbered.talents[at], case.numbered.lines[alone.pop()]
    if (more := case.rounded(talent, lack)) is None:
        return
    changed = _with_hours(talent, more)
    shared = line.model_copy(update={"exclusive": False})

    def change(part: Part) -> Part:
        return part.with_talent(changed).with_line(shared)

    yield Proposal(
        SETTING + sum(more.values()),
        Enough(
            kind="exclusive",
            talent_id=talent.talent_id,
            line_id=line.line_id,
            hours=more,
            covers=case.line.asked,
            text_ja=ja.exclusive(talent.talent_id, line.line_id, more),
            text_en=en.exclusive(talent.talent_id, line.line_id, more),
        ),
        (talent.talent_id,),
        case.replaced,
        change,
    )


def _kept_apart(case: Case, at: int) -> set[int]:
    """The exclusive lines between the talent and the months that are left."""
    roster, numbered = case.roster, case.numbered
    found = set()
    for month, left in enumerate(case.left):
        if not left:
            continue
        if case.line.exclusive and roster.at_places[at][month]:
            found.add(case.line_at)
        if roster.alone[at][month]:
            found |= {
                line
                for line in case.standing.work[at]
                if numbered.exclusive[line]
                and at in roster.on[line]
                and roster.on[line][at].hours[month]
            }
    return found


def _with_hours(talent: ProblemTalent, more: Hours) -> ProblemTalent:
    return talent.model_copy(update={"capacity": summed(talent.capacity, more)})
