"""Addresses at which a calendar program reads a talent's year, without signing in."""

from datetime import datetime

from models.accounts import AccountId
from models.frozen import Frozen
from models.ids import PoolIdField


class CalendarAddress(Frozen):
    """One an account: its secret is kept as a digest, and worth nothing once it is revoked."""

    account_id: AccountId
    pool_id: PoolIdField
    digest: str
    made: datetime
