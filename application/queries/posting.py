"""What became of a posting, by the correlation id of its receipt."""

from uuid import UUID

from application.session import ReadSession
from application.views.posting import PoolPlanned, PostingView
from models.ids import MatchId
from models.revision_claims import Kind


async def posting_of(session: ReadSession, correlation_id: UUID) -> PostingView:
    """The facts, what they changed, the plan that knows them, the matches that moved."""
    reads = session.reads
    events, revisions = await reads.story(correlation_id)
    letters = await reads.dead_letters()
    pools = dict.fromkeys(made.pool_id for made in revisions)
    ids = dict.fromkeys(MatchId(r.subject) for r in revisions if r.kind is Kind.MATCH)
    matches = [match for id_ in ids if (match := await reads.match(id_))]
    return PostingView(
        correlation_id=correlation_id,
        events=tuple(events),
        revisions=tuple(revisions),
        dead_letters=tuple(x for x in letters if x.correlation_id == correlation_id),
        pools=tuple(
            [
                PoolPlanned(
                    pool_id=pool_id,
                    version=await reads.pool_version(pool_id),
                    planned_version=await reads.planned_version(pool_id),
                )
                for pool_id in pools
            ]
        ),
        matches=tuple(matches),
    )
