"""The plan of a pool as a board, with the match that somebody has chosen on it."""

from dataclasses import dataclass, field
from enum import StrEnum

from application.queries.plan import plan_of
from application.session import Session
from application.views.chosen_match import ChosenMatch, chosen_match
from application.views.line_names import name_of, names_of_requests
from application.views.plan_board import Look, PlanBoard, Timeline, plan_board, timeline_of
from models.errors import Absent, PlanUnreadable
from models.ids import MatchId, PoolId, TalentId, request_of
from models.match import Match
from models.phrase import Phrase


class NoPlan(StrEnum):
    """Why there is no plan to look at."""

    EMPTY = "empty"  #: nobody has asked for anything
    BEING_MADE = "being_made"
    FAILED = "failed"  #: the last try failed; it is tried again
    UNREADABLE = "unreadable"  #: made by another version of the program; it is planned anew


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardAsked:
    """Which board: by whom, what is looked for, what is chosen."""

    pool_id: PoolId
    by: str = "talent"
    look: Look = field(default_factory=Look)
    match_id: MatchId | None = None
    talent_id: TalentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardSeen:
    """The board as it is now; `moment` names what it shows, so that a newer one is noticed."""

    moment: str
    board: PlanBoard | None
    no_plan: NoPlan | None = None
    chosen: ChosenMatch | None = None
    timeline: Timeline | None = None


async def board_of(session: Session, asked: BoardAsked) -> BoardSeen:
    """Raises Absent where the match that is chosen is none of the pool."""
    reads, pool_id = session.reads, asked.pool_id
    # Before anything else is read: what changes meanwhile is then newer than the page.
    moment = (await reads.moments()).get(pool_id, "")
    try:
        view = await plan_of(session, pool_id, names=True)
    except PlanUnreadable:
        return BoardSeen(moment=moment, board=None, no_plan=NoPlan.UNREADABLE)
    if view is None:
        return BoardSeen(moment=moment, board=None, no_plan=await _why_none(session, pool_id))
    board = view.worked_out.get(
        ("board", asked.by, asked.look),
        lambda: plan_board(view, asked.by, asked.look, session.places),
    )
    chosen = await chosen_of(session, pool_id, asked.match_id) if asked.match_id else None
    talent_id = chosen.match.talent_id if chosen else asked.talent_id
    timeline = timeline_of(view, talent_id) if talent_id and asked.by == "talent" else None
    return BoardSeen(moment=moment, board=board, chosen=chosen, timeline=timeline)


async def chosen_of(session: Session, pool_id: PoolId, match_id: MatchId) -> ChosenMatch:
    """One match of the pool, as the last decision leaves it. Raises Absent."""
    match = await pool_match(session, pool_id, match_id)
    reads = session.reads
    request = await reads.request(pool_id, request_of(match.line_id))
    settings, _ = await reads.settings(pool_id)
    return chosen_match(
        match,
        name_of(match.line_id, names_of_requests([request] if request else [])),
        await reads.explanation(pool_id, match.line_id),
        {person.talent_id: person.name for person in await reads.people(pool_id)},
        present=session.present,
        releases_at_once=settings.release_at_once,
    )


async def pool_match(session: Session, pool_id: PoolId, match_id: MatchId) -> Match:
    """A match of this pool, with what was decided a moment ago. Raises Absent."""
    match = await session.desk.known_match(pool_id, match_id)
    if match is None:
        raise Absent("absent", what=Phrase.of("what_match"), id=match_id)
    return match


async def _why_none(session: Session, pool_id: PoolId) -> NoPlan:
    reads = session.reads
    if not await reads.requests(pool_id):
        return NoPlan.EMPTY
    return NoPlan.FAILED if await reads.plan_failure(pool_id) else NoPlan.BEING_MADE
