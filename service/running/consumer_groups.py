"""What each consumer group reads, in the order of the flow."""

from consumers.dead_letters import GROUP as DEAD_LETTERS
from consumers.ingest import GROUP as INGEST
from consumers.matches import GROUP as MATCH_LOG
from consumers.pools import GROUP as MATCHER
from consumers.webhooks import GROUP as WEBHOOKS
from models.facts import STATED, TOPICS, MatchChanged, PoolChanged

__all__ = ["DEAD_LETTERS", "GROUPS", "INGEST", "MATCHER", "MATCH_LOG", "WEBHOOKS"]

GROUPS = {
    INGEST: tuple(fact.topic for fact in STATED),
    MATCHER: (PoolChanged.topic,),
    MATCH_LOG: (MatchChanged.topic,),
    WEBHOOKS: (MatchChanged.topic,),
    DEAD_LETTERS: tuple(topic for topic in TOPICS if topic.endswith(".dead")),
}
