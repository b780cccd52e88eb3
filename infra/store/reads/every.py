"""All that is asked of the store."""

from infra.store.reads.dead_letters import DeadLetterReads
from infra.store.reads.matches import MatchReads
from infra.store.reads.plans import PlanReads
from infra.store.reads.pools import PoolReads
from infra.store.reads.records import RecordReads
from infra.store.reads.snapshot import SnapshotReads
from infra.store.reads.stated import StatedReads
from infra.store.reads.traces import TraceReads


class EveryRead(
    PoolReads,
    StatedReads,
    MatchReads,
    PlanReads,
    RecordReads,
    DeadLetterReads,
    SnapshotReads,
    TraceReads,
):
    """Answers questions; changes nothing."""
