"""Changes that would be enough to serve a line whole, each proved by serving it with the change.

A change is enough with the rest of the plan left as it is; nobody claims that it is the least.
"""

from collections.abc import Iterator, Sequence

from matcher.explain.case import Case, lifted
from matcher.explain.of_lines import of_newcomer, of_people, of_pm
from matcher.explain.of_talents import of_talents
from matcher.explain.proof import Surroundings, served
from matcher.explain.proposal import Proposal
from matcher.explain.standing import Standing
from matcher.plan import Enough
from matcher.roster.roster import Roster

MOST = 3


def enough(
    standing: Standing, roster: Roster, line: int, around: Surroundings
) -> tuple[Enough, ...]:
    """Up to three changes, one of a kind, the smallest first."""
    asked = roster.numbered.lines[line]
    if asked.asked * asked.value <= roster.numbered.problem.weights.setup:
        return ()  # not worth anybody's time, whatever changes
    proved: dict[str, Enough] = {}
    for proposal in sorted(_all(standing, roster, line), key=Proposal.order):
        if proposal.enough.kind in proved:
            continue
        part = around.of(asked.line_id, proposal.hands, without=proposal.without)
        if served(proposal.change(part), asked.line_id, proposal.hands) is not None:
            proved[proposal.enough.kind] = proposal.enough
        if len(proved) == MOST:
            break
    return tuple(proved.values())


def _all(standing: Standing, roster: Roster, line: int) -> Iterator[Proposal]:
    """What might be enough: somebody alone, one person differently, one person more."""
    movable = [at for at in roster.on[line] if not roster.numbered.is_pinned(line, at)]
    with lifted(roster, line, movable) as taken:
        case = Case(standing, roster, line, taken)
        if roster.may_start(line):
            if case.able():
                return  # it could be served as things are: nothing has to change
            yield from of_talents(case, case.others)
        yield from of_pm(case)
        yield from of_people(case)
        yield from of_newcomer(case)
    if roster.numbered.lines[line].people > 1 and movable:
        for at in movable:
            with lifted(roster, line, [at]) as taken:
                yield from of_talents(Case(standing, roster, line, taken), [at])
    if movable:
        yield from _beside(standing, roster, line, movable)


def _beside(
    standing: Standing, roster: Roster, line: int, movable: Sequence[int]
) -> Iterator[Proposal]:
    """One person more, those who serve the line staying as they are."""
    case = Case(standing, roster, line, {})
    yield from of_talents(case, [at for at in case.others if at not in movable])
    yield from of_people(case)
