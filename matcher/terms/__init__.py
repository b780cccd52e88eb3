"""The terms of the objective: one function, file and sentence each. Their sum is the score."""

from matcher.terms.balance import balance
from matcher.terms.coverage import coverage
from matcher.terms.fit import fit
from matcher.terms.producer import producer
from matcher.terms.served import served
from matcher.terms.stability import stability

TERMS = (served, coverage, stability, fit, producer, balance)
