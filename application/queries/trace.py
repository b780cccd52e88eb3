"""The way of a posting: what is known of each step, by its correlation id."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from application.live.match_feed import MatchFeed
from application.live.ports import WatchedLog
from application.queries.posting import posting_of
from application.session import ReadSession
from application.views.match_event import MatchEventView
from application.views.posting import PoolPlanned, PostingView
from application.views.trace import Stands, Step, StepKind, TraceView
from consumers.matches import GROUP as MATCH_LOG
from models.errors import Absent
from models.facts import MatchChanged
from models.ids import MATCHER, PoolId
from models.phrase import Phrase
from models.plan_run import PlanRun
from models.revision_claims import Kind
from models.traced import Appended, TracedFact

#: So many plans of a pool are looked through for the one that took a fact in.
_PLANS = 20
_OUTCOMES = {
    "applied": StepKind.APPLIED,
    "repeated": StepKind.REPEATED,
    "dead": StepKind.DEAD,
    "waiting": StepKind.WAITING,
}


async def trace_of(
    session: ReadSession, feed: MatchFeed, event_log: WatchedLog, correlation_id: UUID
) -> TraceView:
    """Everything that is known of it. Raises Absent where nothing is."""
    reads = session.reads
    posting = await posting_of(session, correlation_id)
    facts = await reads.traced_facts(correlation_id)
    appended = await reads.appended(correlation_id)
    if not (facts or appended or posting.revisions or posting.dead_letters):
        raise Absent("posting_unknown", correlation_id=str(correlation_id))
    plans = {pool.pool_id: await reads.plan_runs(pool.pool_id, _PLANS) for pool in posting.pools}
    recent, _ = await feed.recent()
    events = [event for event in recent if event.correlation_id == correlation_id]
    steps = [
        _appended(posting, appended),
        *map(_taken, facts),
        *_planned(posting, facts, plans),
        *await _said(session, event_log, posting, events),
    ]
    stated = [each.subject for each in posting.revisions if each.kind is not Kind.MATCH]
    return TraceView(
        correlation_id=correlation_id,
        subjects=tuple(dict.fromkeys(stated or [each.subject for each in appended])),
        pools=tuple(
            dict.fromkeys([p.pool_id for p in posting.pools] + [a.pool_id for a in appended])
        ),
        steps=tuple(steps),
        stands=await _stands(session, steps, posting),
        dead_letters=posting.dead_letters,
    )


def _appended(posting: PostingView, appended: Sequence[Appended]) -> Step:
    """The time that the edge wrote into the fact, else when it took the revision."""
    said = [each.time for each in posting.revisions if each.actor != MATCHER]
    at = min(said or [each.time for each in appended], default=None)
    kept = bool(posting.events or said) or any(each.kept for each in appended)
    actors = [each.actor for each in posting.revisions if each.actor and each.actor != MATCHER]
    code = "web_ops_step_appended" if kept or not appended else "web_ops_step_appending"
    phrase = Phrase.of(code, actor=actors[0] if actors else None)
    return Step(kind=StepKind.APPENDED, at=at, said=phrase, done=kept or not appended)


def _taken(fact: TracedFact) -> Step:
    kind = _OUTCOMES[fact.outcome]
    said = Phrase.of(
        f"web_ops_step_{kind.value}",
        topic=fact.topic,
        partition=fact.partition,
        offset=fact.offset,
    )
    return Step(kind=kind, at=fact.time, said=said)


def _planned(
    posting: PostingView,
    facts: Sequence[TracedFact],
    plans: Mapping[PoolId, Sequence[PlanRun]],
) -> list[Step]:
    """For each pool the first plan that was committed after the facts were applied."""
    if not any(fact.outcome == "applied" for fact in facts):
        return []
    applied = max((fact.time for fact in facts if fact.time), default=None)
    return [_plan_of(pool, applied, plans[pool.pool_id]) for pool in posting.pools]


def _plan_of(pool: PoolPlanned, applied: datetime | None, plans: Sequence[PlanRun]) -> Step:
    if not pool.up_to_date:
        said = Phrase.of(
            "web_ops_step_not_planned",
            pool_id=pool.pool_id,
            version=pool.version,
            planned=pool.planned_version,
        )
        return Step(kind=StepKind.PLANNED, at=None, said=said, done=False)
    after = [plan for plan in plans if plan.time and applied and plan.time >= applied]
    if not after:
        gone = Phrase.of("web_ops_step_planned_earlier", pool_id=pool.pool_id)
        return Step(kind=StepKind.PLANNED, at=None, said=gone)
    first = min(after, key=lambda plan: plan.version)
    said = Phrase.of(
        "web_ops_step_planned",
        pool_id=pool.pool_id,
        version=first.version,
        seconds=round(first.seconds, 2),
        method=first.method,
        gap="—" if first.gap is None else f"{first.gap:.1%}",
    )
    return Step(kind=StepKind.PLANNED, at=first.time, said=said)


async def _said(
    session: ReadSession,
    event_log: WatchedLog,
    posting: PostingView,
    events: Sequence[MatchEventView],
) -> list[Step]:
    """The matches that moved, and whether that was told to everybody."""
    moved = [each for each in posting.revisions if each.kind is Kind.MATCH]
    if not moved:
        return []
    steps = [
        Step(
            kind=StepKind.MATCHES,
            at=max(each.time for each in moved),
            said=Phrase.of("web_ops_step_matches", n=len(moved)),
        )
    ]
    # An event that is in sight no longer was carried long ago; a full outbox speaks of now.
    left = await session.reads.outbox_left() if len(events) < len(moved) else 0
    code = "web_ops_step_not_relayed" if left else "web_ops_step_relayed"
    steps.append(
        Step(
            kind=StepKind.RELAYED,
            at=None,
            said=Phrase.of(code, n=len(moved), seen=len(events), left=left),
            done=not left,
        )
    )
    if left:
        return steps
    taken = await event_log.taken(MATCH_LOG, [MatchChanged.topic])
    at_topic = {event: (MatchChanged.topic, event.partition) for event in events}
    behind = [event for event, at in at_topic.items() if event.offset >= taken.get(at, 0)]
    code = "web_ops_step_not_logged" if behind else "web_ops_step_logged"
    said = Phrase.of(code, n=len(behind))
    steps.append(Step(kind=StepKind.LOGGED, at=None, said=said, done=not behind))
    return steps


async def _stands(
    session: ReadSession, steps: Sequence[Step], posting: PostingView
) -> Stands | None:
    """The first step that is not done; since the last that is."""
    since = None
    for step in steps:
        if step.kind in {StepKind.DEAD, StepKind.WAITING}:
            return _stopped(step.kind, step.at)
        if not step.done:
            return await _why(session, step, since, posting)
        since = max(filter(None, (since, step.at)), default=None)
    if posting.dead_letters:
        return _stopped(StepKind.DEAD, since)
    if len(steps) == 1:  # appended, and nothing has taken it
        return _stopped(StepKind.APPLIED, since)
    return None


async def _why(
    session: ReadSession, step: Step, since: datetime | None, posting: PostingView
) -> Stands:
    if step.kind is StepKind.PLANNED:
        for pool in posting.pools:
            failure = await session.reads.plan_failure(pool.pool_id)
            if failure and not pool.up_to_date:
                said = Phrase.of(
                    "web_ops_stands_plan_failed",
                    pool_id=pool.pool_id,
                    reason=failure.reason,
                    tries=failure.tries,
                )
                return Stands(kind=step.kind, since=failure.since, said=said)
    return _stopped(step.kind, since)


def _stopped(kind: StepKind, since: datetime | None) -> Stands:
    return Stands(kind=kind, since=since, said=Phrase.of(f"web_ops_stands_{kind.value}"))
