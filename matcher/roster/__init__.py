"""A plan in the making, in plain Python: what is free, what is asked, and what fits best where.

numbered: the problem by numbers. roster: the plan, kept as it changes. insertion, together,
best_insertion: who could serve a line, alone or with another, and what that is worth.
"""

from matcher.roster.insertion import Insertion
from matcher.roster.numbered import Numbered
from matcher.roster.roster import Roster

__all__ = ["Insertion", "Numbered", "Roster"]
