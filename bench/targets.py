"""What the matcher has to reach on two cores, on every seed, against the best bound known."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Of one size at one budget; None where nothing is asked."""

    size: str
    seconds: float
    gap_percent: float | None = None
    proved: bool = False
    times_greedy: float | None = None
    beats_peers: bool = False  #: at equal time, no peer scores more
    first_plan: float | None = None  #: seconds
    first_bound: float | None = None


TARGETS = (
    Target(size="S9", seconds=5, gap_percent=0.3),
    Target(size="S9", seconds=60, proved=True),
    Target(size="S", seconds=15, gap_percent=0.8, times_greedy=1.27, beats_peers=True),
    Target(size="M", seconds=30, gap_percent=2.5),
    Target(size="M", seconds=120, gap_percent=1.8),
    Target(size="L", seconds=300, gap_percent=1.5),
    Target(size="XL", seconds=60, gap_percent=5.5, first_plan=2, first_bound=30),
)

#: Seconds, 99th of 100: touched lines of one event on M; repair after it.
INSERT_SECONDS, REPAIR_SECONDS = 0.1, 0.6
#: Percent on Generalized Assignment Problems with at most 400 jobs in 60 s; 20 agents, 100 jobs.
GAP_PERCENT, GAP_HARDEST_PERCENT = 0.3, 1.0
