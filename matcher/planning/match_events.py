"""Events of changed matches (matches.v1): what people and other systems hear of a plan."""

from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from matcher.plan import Plan
from matcher.planning.settle_matches import Change
from matcher.ports import Snapshot
from models.envelope import Envelope, Message
from models.facts import MatchChanged
from models.ids import MATCHER
from models.plan_triggers import PlanNews


def match_event(
    snapshot: Snapshot, plan: Plan, change: Change, time: datetime, news: PlanNews
) -> Message:
    """The event of one changed match, in the story of the fact that caused it.

    A request stated since the last plan is the cause of its own matches; the others follow from
    the last fact that changed the pool.
    """
    before, after = change
    request_id = after.line_id.rpartition("/")[0]
    return Message(
        envelope=Envelope(
            # Computed from its cause, so that a repeat is recognised downstream.
            event_id=uuid5(NAMESPACE_URL, f"{after.match_id}/{after.revision}"),
            source="talentpool/matcher",
            time=time,
            actor=MATCHER,
            correlation_id=snapshot.fresh.get(request_id, snapshot.correlation_id),
        ),
        fact=MatchChanged.of(before, after, plan_version=plan.version, plan_news=news),
    )
