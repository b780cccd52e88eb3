"""What happened to a request, a talent or a match."""

from collections.abc import Sequence

from application.session import ReadSession
from application.views.timeline import TimelineView, timeline_view
from models.errors import Absent
from models.ids import MatchId, PoolId, RequestId, TalentId, request_of
from models.match import Match
from models.phrase import Phrase
from models.revision_claims import Kind


async def timeline_of(
    session: ReadSession, pools: Sequence[PoolId], subject: str
) -> tuple[TimelineView, ...]:
    """Of whatever has this id, with its matches: one view for each thing. Raises Absent."""
    reads, views = session.reads, []
    for pool_id in pools:
        matches = await reads.matches(pool_id)
        if await reads.request(pool_id, RequestId(subject)):
            own = [match for match in matches if request_of(match.line_id) == subject]
            views.append(await _with_matches(session, Kind.REQUEST, pool_id, subject, own))
        if await reads.talent(pool_id, TalentId(subject)):
            own = [match for match in matches if match.talent_id == subject]
            views.append(await _with_matches(session, Kind.TALENT, pool_id, subject, own))
    if match := await reads.match(MatchId(subject)):
        made = await reads.revisions(Kind.MATCH, match.pool_id, subject)
        views.append(timeline_view(subject, [made]))
    if not views:
        raise Absent("absent", what=Phrase.of("what_any"), id=subject)
    return tuple(views)


async def _with_matches(
    session: ReadSession, kind: Kind, pool_id: PoolId, subject: str, matches: Sequence[Match]
) -> TimelineView:
    of_matches = [
        await session.reads.revisions(Kind.MATCH, pool_id, match.match_id) for match in matches
    ]
    own = await session.reads.revisions(kind, pool_id, subject)
    return timeline_view(subject, [own, *of_matches])
