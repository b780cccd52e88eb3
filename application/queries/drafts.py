"""Matches that are not shown to both sides yet, and those that can still be taken back to that."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from application.session import ReadSession
from application.views.line_names import LineName, names_of_requests
from application.views.open_decisions import open_verbs
from models.ids import LineId, PoolId, TalentId
from models.match import Match, MatchState, Verb
from producers.receipts import Receipt

#: Seconds for facts to be taken in before a page is shown again; later they come by themselves.
_PATIENCE = 1.0
_LOOK = 0.05


@dataclass(frozen=True, kw_only=True)
class Drafts:
    """What may be released, and what may be recalled."""

    drafted: tuple[Match, ...]
    proposed: tuple[Match, ...]
    names: Mapping[LineId, LineName]
    people: Mapping[TalentId, str]
    at_once: bool  #: the pool shows drafts to both sides without a coordinator


async def drafts_of(session: ReadSession, pool_id: PoolId) -> Drafts:
    """In the order of the lines; names of people are read."""
    reads, present = session.reads, session.present
    settings, _ = await reads.settings(pool_id)
    drafted, proposed = [], []
    for match in sorted(await reads.matches(pool_id, live_only=True), key=lambda m: m.line_id):
        if match.state is MatchState.DRAFTED and max(match.hours, default=present) >= present:
            drafted.append(match)
        elif Verb.RECALL in open_verbs(match, present, releases_at_once=settings.release_at_once):
            proposed.append(match)
    return Drafts(
        drafted=tuple(drafted),
        proposed=tuple(proposed),
        names=names_of_requests(await reads.requests(pool_id)),
        people={person.talent_id: person.name for person in await reads.people(pool_id)},
        at_once=settings.release_at_once,
    )


async def taken_in(session: ReadSession, receipts: Sequence[Receipt]) -> None:
    """Wait a moment until what was just stated is known; whoever looks then sees it."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE):
            for receipt in receipts:
                while not await session.reads.outcome(receipt.event_id):  # noqa: ASYNC110
                    await asyncio.sleep(_LOOK)
