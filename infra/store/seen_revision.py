"""Two people at once: what was changed by somebody who had not seen the newest revision. No SQL."""

from infra.store.batch_state import State
from models.entities import Request, Talent
from models.envelope import Envelope
from models.errors import Conflict
from models.ids import PoolId
from models.phrase import Param
from models.pool_settings import PoolSettings
from models.revision_claims import Kind
from models.revisions import RevisionMade

Stateable = Request | Talent | PoolSettings

#: They change with every revision, and say nothing of what was changed.
_NUMBERED = {"revision", "retired"}


def check_seen(state: State, made: RevisionMade, now: int, cause: Envelope) -> None:
    """Raise Conflict where somebody has stated the thing since the revision that was looked at.

    Facts that say no revision they were made on, such as those of earlier versions, are not asked.
    """
    if cause.seen is None or now <= cause.seen:
        return
    about: dict[str, Param] = {"subject": made.subject, "seen": cause.seen, "now": now}
    known = [each for each in state.made(made.kind, made.pool_id, made.subject) if each.actor]
    if known and known[-1].revision == now:
        last = known[-1]
        at = last.time.isoformat(timespec="minutes")
        raise Conflict("stale_since_by", **about, actor=last.actor, at=at)
    raise Conflict("stale_since", **about)


def changed_fields(before: Stateable | None, after: Stateable) -> tuple[str, ...]:
    """Names of the fields that are not what they were; none of what is new."""
    if before is None:
        return ()
    fields = type(after).model_fields.keys() - _NUMBERED
    return tuple(sorted(n for n in fields if getattr(before, n) != getattr(after, n)))


def stated(
    thing: tuple[Kind, PoolId, str], revision: int, changed: tuple[str, ...], cause: Envelope
) -> RevisionMade:
    """That a thing was stated."""
    kind, pool_id, subject = thing
    return RevisionMade(
        kind=kind,
        pool_id=pool_id,
        subject=subject,
        revision=revision,
        reason="stated",
        changed=changed,
        actor=cause.actor,
        time=cause.time,
        event_id=cause.event_id,
        correlation_id=cause.correlation_id,
    )
