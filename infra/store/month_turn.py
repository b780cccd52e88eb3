"""The month turns: what was agreed is recorded as worked, what was not ends. No SQL here."""

from infra.store.batch_state import Moved, State
from infra.store.match_rows import request_of
from models.codes import MunicipalityCode
from models.entities import Request
from models.envelope import Envelope
from models.ids import PoolId
from models.match import Match
from models.months import Month
from models.worked_hours import turned, worked


def turn(state: State, pool_id: PoolId, now: Month, cause: Envelope) -> None:
    """The months of the pool before `now` are over. A month turns once, whoever sees it first.

    From then on no fact alters what was worked in them: each finds them recorded.
    """
    pool = state.pools[pool_id]
    if now <= (pool.month or ""):
        return
    for match in state.live(pool_id):
        state.worked += worked(match, places(state, match), pool.month, now)
        after = turned(match, pool.month, now)
        if after is not match:
            state.move(Moved(match, after, cause))
    pool.month = now
    state.turned.add(pool_id)


def places(state: State, match: Match) -> tuple[MunicipalityCode, ...]:
    """Where a match is worked: as it was agreed, or as its request says."""
    if match.places:
        return match.places
    request = state.requests[match.pool_id, request_of(match)]
    return Request.read_kept(request.content).municipalities
