"""The terms of the objective: one function, file and sentence each. Their sum is the score."""

from matcher.objective.balance import balance
from matcher.objective.coverage import coverage
from matcher.objective.fit import fit
from matcher.objective.producer import producer
from matcher.objective.served import served
from matcher.objective.stability import stability

TERMS = (served, coverage, stability, fit, producer, balance)
