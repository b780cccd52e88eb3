"""What a decision would lead to, looked at before it is recorded; nothing is written."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from application.commands.decide import Decide
from application.session import ReadSession
from matcher.planning.changes import Change, Changes
from matcher.problem import PairId
from models.errors import Refused
from models.match import BARRING, Decline, DeclineReason, Match, MatchState
from models.match_decisions import decide
from models.months import Month

#: Seconds that people wait for it; then it is said that nobody knows yet.
_PATIENCE = 1.0
#: One at a time, in a thread of its own: a search whose reader has given up goes on to its end, and
#: many of them would hold up whatever else is done beside the event loop. Who waits is let go.
_SEARCHING = ThreadPoolExecutor(max_workers=1, thread_name_prefix="effects")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What would follow: the hours that come free, who takes over, what else moves."""

    freed: dict[Month, int]  #: of the talent
    known: bool  #: whether what follows for the plan could be found in time
    on_line: tuple[Change, ...] = ()  #: who would serve the line besides or instead
    elsewhere: int = 0  #: other assignments that would move
    fixed: int = 0  #: assignments that do not move, whatever follows


async def effect_of(session: ReadSession, match: Match, command: Decide) -> Effect | None:
    """None where the plan stays as it is: nobody is barred, nothing comes free."""
    if command.verb not in BARRING:
        return None
    try:
        after = decide(match, command.about(match), session.present)
    except Refused:
        return None
    freed = {m: h for m, h in match.hours.items() if h and not _still(after, m)}
    matches = await session.reads.matches(match.pool_id, live_only=True)
    fixed = sum(each.pinned and each.match_id != match.match_id for each in matches)
    shown = {(m.line_id, m.talent_id) for m in matches if m.state is not MatchState.DRAFTED}
    found = await _found(session, match, after, _decline(match, command), shown)
    if found is None:
        return Effect(freed=freed, known=False, fixed=fixed)
    own = (match.line_id, match.talent_id)
    on_line = tuple(
        each
        for each in found.changes
        if each.line_id == match.line_id and each.talent_id not in {None, match.talent_id}
    )
    others = [each for each in found.changes if each not in on_line and not _is_of(each, own)]
    return Effect(freed=freed, known=True, on_line=on_line, elsewhere=len(others), fixed=fixed)


async def _found(
    session: ReadSession, match: Match, after: Match, decline: Decline, shown: set[PairId]
) -> Changes | None:
    reads = session.reads
    plan, problem = await reads.plan(match.pool_id), await reads.problem(match.pool_id)
    if plan is None or problem is None or problem.version != plan.version:
        return None
    from matcher.whatif.ended import after_end  # noqa: PLC0415  # loads the planning rooms

    try:
        async with asyncio.timeout(_PATIENCE):
            return await asyncio.get_running_loop().run_in_executor(
                _SEARCHING, after_end, (problem, plan), (match, after), decline, shown
            )
    except TimeoutError:
        return None


def _decline(match: Match, command: Decide) -> Decline:
    return Decline(
        talent_id=match.talent_id,
        line_id=match.line_id,
        municipalities=(command.municipality,) if command.municipality else match.places,
        reason=command.reason or DeclineReason.THIS_LINE,
        months=command.months,
        since=command.since,
    )


def _still(after: Match, month: Month) -> bool:
    return after.live and bool(after.hours.get(month))


def _is_of(change: Change, pair: tuple[str, str]) -> bool:
    """Whether it is the end itself that is told, not what follows from it."""
    return change.line_id == pair[0] and pair[1] in {change.talent_id, change.before_id}
