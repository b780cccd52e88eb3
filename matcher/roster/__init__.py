"""A plan in the making, in plain Python: what is free, what is asked, and what fits best where.

indexed_problem: the problem by numbers. roster: the plan, kept as it changes. insertion,
pair_insertion, best_insertion: who could serve a line, alone or with another, and what that is
worth. greedy: the first plan.
"""

from matcher.roster.indexed_problem import IndexedProblem
from matcher.roster.insertion import Insertion
from matcher.roster.roster import Roster

__all__ = ["IndexedProblem", "Insertion", "Roster"]
