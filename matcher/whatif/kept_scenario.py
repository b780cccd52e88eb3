"""A scenario that somebody keeps, to look at it again beside others."""

from datetime import datetime

from matcher.whatif.scenario import Scenario
from models.accounts import AccountId
from models.frozen import Frozen
from models.ids import PoolIdField


class KeptScenario(Frozen):
    """A scenario of one account for one pool."""

    scenario_id: str
    pool_id: PoolIdField
    account_id: AccountId
    at: datetime
    scenario: Scenario
