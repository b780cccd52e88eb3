"""The hard rules: one function, file, sentence and test file each, in no order that matters."""

from matcher.rules.capacity import capacity
from matcher.rules.concurrency import concurrency
from matcher.rules.conflict import conflict
from matcher.rules.contract import contract
from matcher.rules.demand import demand
from matcher.rules.eligible import eligible
from matcher.rules.exclusive import exclusive
from matcher.rules.minimum_block import minimum_block
from matcher.rules.minimum_fraction import minimum_fraction
from matcher.rules.nature import nature
from matcher.rules.people_per_line import people_per_line
from matcher.rules.pinned import pinned
from matcher.rules.role_chain import role_chain
from matcher.rules.training import training
from matcher.rules.travel import travel

RULES = (
    eligible,
    nature,
    contract,
    training,
    conflict,
    capacity,
    travel,
    demand,
    minimum_fraction,
    people_per_line,
    minimum_block,
    concurrency,
    exclusive,
    role_chain,
    pinned,
)
