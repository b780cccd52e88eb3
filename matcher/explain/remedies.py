"""Changes that would be enough to serve a line whole, each proved by planning again with it.

First that the line can be served with the change at all, the rest of the plan as it is; then that
the planner would serve it. Where it would put the hours elsewhere, the change says its condition:
that what its people do now is pinned first, or that their hours are kept for the line.
"""

from collections.abc import Iterator, Sequence

from matcher.explain.affected_subproblem import AffectedSubproblem
from matcher.explain.eligibility_table import EligibilityTable
from matcher.explain.line_context import LineContext, lifted
from matcher.explain.remedies_by_people import of_newcomer, of_people, of_pm
from matcher.explain.remedies_on_talents import of_talents
from matcher.explain.remedy_check import Surroundings, served
from matcher.explain.remedy_proposal import RemedyProposal
from matcher.explain.remedy_replan import MOST as TRIES
from matcher.explain.remedy_replan import RemedyReplan
from matcher.plan import Enough, Held
from matcher.problem import Assignment, Line, Problem
from matcher.roster.roster import Roster

#: So many changes are told.
MOST = 3


class Proofs:
    """What proves a change of one plan: the line served with it, and the pool planned again."""

    def __init__(
        self, problem: Problem, assignments: Sequence[Assignment], tries: int = TRIES
    ) -> None:
        """So many changes (`tries`) are planned again; the rest are told with their condition."""
        self.around = Surroundings(problem, assignments)
        self.replan = RemedyReplan(AffectedSubproblem(problem, assignments), tries)


def enough(
    eligibility: EligibilityTable, roster: Roster, line: int, proofs: Proofs
) -> tuple[Enough, ...]:
    """Up to three changes, one of a kind, the smallest first."""
    asked = roster.numbered.lines[line]
    if asked.asked * asked.value <= roster.numbered.problem.weights.setup:
        return ()  # not worth anybody's time, whatever changes
    told: dict[str, Enough] = {}
    for proposal in sorted(_all(eligibility, roster, line), key=RemedyProposal.order):
        kind = proposal.enough.kind
        if kind in told:
            continue
        part = proofs.around.of(asked.line_id, proposal.hands, without=proposal.without)
        if served(proposal.change(part), asked.line_id, proposal.hands) is None:
            continue
        if found := _proved(eligibility, proofs.replan, asked, proposal):
            told[kind] = found
        if len(told) == MOST:
            break
    return tuple(told.values())


def _proved(
    eligibility: EligibilityTable, replan: RemedyReplan, line: Line, proposal: RemedyProposal
) -> Enough | None:
    """The change as it comes true, as it is or with its condition; None where it would not."""
    change = proposal.enough
    if replan.serves(line, proposal):
        return change
    held = _held(eligibility, line, proposal)
    if held and replan.serves(line, proposal, held=True):
        return change.model_copy(update={"held": held})
    if not replan.serves(line, proposal, kept=True):
        return None
    return change.model_copy(update={"if_kept": True})


def _held(eligibility: EligibilityTable, line: Line, proposal: RemedyProposal) -> tuple[Held, ...]:
    """What the people of a proposal do besides the line, and might be pinned to."""
    numbered = eligibility.numbered
    known = {numbered.talent_at[who] for who in proposal.hands if who in numbered.talent_at}
    work = sorted((at, talent) for talent in known for at in eligibility.work[talent])
    return tuple(
        Held(line_id=numbered.lines[at].line_id, talent_id=numbered.talents[talent].talent_id)
        for at, talent in work
        if numbered.lines[at].line_id != line.line_id and not numbered.is_pinned(at, talent)
    )


def _all(eligibility: EligibilityTable, roster: Roster, line: int) -> Iterator[RemedyProposal]:
    """What might be enough: somebody alone, one person differently, one person more."""
    movable = [at for at in roster.on[line] if not roster.numbered.is_pinned(line, at)]
    with lifted(roster, line, movable) as taken:
        context = LineContext(eligibility, roster, line, taken)
        if roster.may_start(line):
            if context.able():
                return  # it could be served as things are: nothing has to change
            yield from of_talents(context, context.others)
        yield from of_pm(context)
        yield from of_people(context)
        yield from of_newcomer(context)
    if roster.numbered.lines[line].people > 1 and movable:
        for at in movable:
            with lifted(roster, line, [at]) as taken:
                yield from of_talents(LineContext(eligibility, roster, line, taken), [at])
    if movable:
        yield from _beside(eligibility, roster, line, movable)


def _beside(
    eligibility: EligibilityTable, roster: Roster, line: int, movable: Sequence[int]
) -> Iterator[RemedyProposal]:
    """One person more, those who serve the line staying as they are."""
    context = LineContext(eligibility, roster, line, {})
    yield from of_talents(context, [at for at in context.others if at not in movable])
    yield from of_people(context)
