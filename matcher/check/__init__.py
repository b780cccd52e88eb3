"""What a valid plan is, in plain Python: slow, obvious, ignorant of the solver it judges."""

from matcher.check.faults import faults
from matcher.check.points import terms

__all__ = ["faults", "terms"]
