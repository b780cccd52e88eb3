"""A match, and why this person and nobody else."""

from application.session import ReadSession
from application.views.match import MatchView, match_view
from matcher.plan import Plan, Why
from matcher.problem import Problem
from models.errors import Absent
from models.ids import MatchId, request_of
from models.match import Match
from models.phrase import Phrase


async def match_of(session: ReadSession, match_id: MatchId) -> MatchView:
    """The match as it stands. Raises Absent."""
    reads = session.reads
    match = await reads.match(match_id)
    if match is None:
        raise Absent("absent", what=Phrase.of("what_match"), id=match_id)
    pool_id = match.pool_id
    request = await reads.request(pool_id, request_of(match.line_id))
    whys: tuple[Why, ...] = ()
    if match.live:
        plan, problem = await reads.plan(pool_id), await reads.problem(pool_id)
        whys = whys_of(problem, plan, match)
    return match_view(match, request, whys)


def whys_of(problem: Problem | None, plan: Plan | None, match: Match) -> tuple[Why, ...]:
    """What the plan says of the person on the line, told to the end; empty where it says nothing.

    Of a match that has ended it says nothing: the same pair may be planned anew. A plan keeps
    only the nearest others: the rest is found here, from the problem it solved.
    """
    if plan is None or not match.live:
        return ()
    pair = match.line_id, match.talent_id
    answers = problem is not None and problem.version == plan.version
    if problem and answers and pair in {each.pair for each in plan.assignments}:
        from matcher.explain import why_not  # noqa: PLC0415  # loads the explaining rooms

        return (why_not(problem, plan, *pair),)
    return tuple(why for why in plan.why if (why.line_id, why.talent_id) == pair)
