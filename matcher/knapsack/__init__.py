"""A bound for pools of whole lines: what one talent's month can hold, solved exactly."""

from matcher.knapsack.bound import Knapsacks
from matcher.knapsack.items import suits

__all__ = ["Knapsacks", "suits"]
