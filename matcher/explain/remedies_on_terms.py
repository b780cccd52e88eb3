"""Changes to the terms on which a talent works: contract, training, nature of work, 専任.

Where these alone leave hours short, the hours that have to be there besides are named too.
"""

from collections.abc import Iterator

from matcher.explain.line_context import LineContext
from matcher.explain.remedy_check import Part
from matcher.explain.remedy_proposal import RULE, SETTING, RemedyProposal, of_one, summed
from matcher.plan import Enough
from matcher.problem import Hours, ProblemTalent
from models.entities import Form


def of_contract(context: LineContext, at: int) -> Iterator[RemedyProposal]:
    """The contract over all months that are left; an appointment renewed past its March."""
    talent = context.numbered.talents[at]
    months = context.left_by_month()
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
    lack = context.lack(at, longer)
    if lack is None:
        return
    if (more := context.rounded(longer, lack)) is None:
        return
    renewed = talent.form is Form.FISCAL_YEAR and last > talent.last_month
    changed = longer.model_copy(update={"capacity": summed(talent.capacity, more)})
    yield RemedyProposal(
        RULE + sum(more.values()),
        Enough(
            kind="contract",
            talent_id=talent.talent_id,
            hours=more,
            first=first,
            last=last,
            earlier=first < talent.contract_from,
            renewed=renewed,
            covers=context.line.asked,
        ),
        (talent.talent_id,),
        context.replaced,
        lambda part: part.with_talent(changed),
    )


def of_training(context: LineContext, at: int) -> Iterator[RemedyProposal]:
    """The training done, or waived, by the first month that is left."""
    talent, months = context.numbered.talents[at], context.left_by_month()
    if not context.numbered.problem.training_required or not months:
        return
    first = min(months)
    if talent.trained_from is not None and talent.trained_from <= first:
        return
    trained = talent.model_copy(update={"trained_from": first})
    lack = context.lack(at, trained)
    if lack is None:
        return
    if (more := context.rounded(trained, lack)) is None:
        return
    yield of_one(
        context.replaced,
        RULE + sum(more.values()),
        trained.model_copy(update={"capacity": summed(talent.capacity, more)}),
        Enough(
            kind="training",
            talent_id=talent.talent_id,
            hours=more,
            first=first,
            covers=context.line.asked,
        ),
    )


def of_nature(context: LineContext, at: int) -> Iterator[RemedyProposal]:
    """The nature of the work allowed for the talent's employment form."""
    talent, nature = context.numbered.talents[at], context.line.nature
    lack = context.lack(at)
    if "nature" not in context.static(at) or lack is None:
        return
    if (more := context.rounded(talent, lack)) is None:
        return
    changed = _with_hours(talent, more)
    yield RemedyProposal(
        2 * RULE + sum(more.values()),  # it changes the pool for everybody
        Enough(
            kind="nature",
            talent_id=talent.talent_id,
            form=talent.form,
            nature=nature,
            natures=(*context.numbered.problem.natures.get(talent.form, ()), nature),
            hours=more,
            covers=context.line.asked,
        ),
        (talent.talent_id,),
        context.replaced,
        lambda part: part.with_talent(changed).with_nature(talent.form, nature),
    )


def of_exclusive(context: LineContext, at: int) -> Iterator[RemedyProposal]:
    """One line no longer exclusive: this one, or the one that has the talent to itself."""
    if context.lack(at) is not None or (lack := context.lack(at, shared=True)) is None:
        return
    alone = _kept_apart(context, at)
    if len(alone) != 1:
        return
    talent, line = context.numbered.talents[at], context.numbered.lines[alone.pop()]
    if (more := context.rounded(talent, lack)) is None:
        return
    changed = _with_hours(talent, more)
    shared = line.model_copy(update={"exclusive": False})

    def change(part: Part) -> Part:
        return part.with_talent(changed).with_line(shared)

    yield RemedyProposal(
        SETTING + sum(more.values()),
        Enough(
            kind="exclusive",
            talent_id=talent.talent_id,
            line_id=line.line_id,
            hours=more,
            covers=context.line.asked,
        ),
        (talent.talent_id,),
        context.replaced,
        change,
    )


def _kept_apart(context: LineContext, at: int) -> set[int]:
    """The exclusive lines between the talent and the months that are left."""
    roster, numbered = context.roster, context.numbered
    found = set()
    for month, left in enumerate(context.left):
        if not left:
            continue
        if context.line.exclusive and roster.at_places[at][month]:
            found.add(context.line_at)
        if roster.alone[at][month]:
            found |= {
                line
                for line in context.eligibility.work[at]
                if numbered.exclusive[line]
                and at in roster.on[line]
                and roster.on[line][at].hours[month]
            }
    return found


def _with_hours(talent: ProblemTalent, more: Hours) -> ProblemTalent:
    return talent.model_copy(update={"capacity": summed(talent.capacity, more)})
