"""How often a proof may be tried: counted before anything is checked, in the store for everybody.

Who types wrong passwords from somewhere holds off themselves: a login is counted apart for each
address, and whoever is signed in confirms by a count of their own. Over all addresses a login is
held off only after as many tries as NIST SP 800-63B allows in a row.
"""

import ipaddress
from datetime import datetime, timedelta

from application.ports import AccessStore
from models.accounts import Account, AccountId
from models.errors import Mistake

#: Tries of one login from one address; from everywhere; of all logins from one address.
OF_LOGIN, OF_LOGIN_ANYWHERE, OF_ADDRESS = 5, 100, 100
#: Of one account's codes, for whoever has its password; of its password, in its open sessions.
OF_CODE, OF_CONFIRMING = 5, 5
#: So long none is taken after the last.
PAUSE = timedelta(minutes=15)
#: An IPv6 line has all addresses of such a network.
_OF_ONE_LINE = 64


class LockedOut(Mistake):
    """Too many tries: it opens again by itself at `until`."""

    def __init__(self, until: datetime, now: datetime) -> None:
        self.until = until
        minutes = max(1, -(-int((until - now).total_seconds()) // 60))
        super().__init__("sign_in_locked", minutes=minutes)


async def of_address(store: AccessStore, address: str, now: datetime, of: str = "address") -> None:
    """One from an address. Raises LockedOut."""
    await _take(store, f"{of}:{line_of(address)}", OF_ADDRESS, now)


async def of_login(store: AccessStore, login: str, address: str, now: datetime) -> None:
    """One of a login, known or not. Raises LockedOut."""
    # What is refused by one count is not counted by the next: from an address that is held off
    # nobody else is held off.
    await of_address(store, address, now)
    await _take(store, _login(login), OF_LOGIN, now, within=line_of(address))
    await _take(store, _login(login), OF_LOGIN_ANYWHERE, now)


async def of_code(store: AccessStore, account_id: AccountId, address: str, now: datetime) -> None:
    """One of the one-time code, for whoever had the password. Raises LockedOut."""
    await of_address(store, address, now)
    await _take(store, f"code:{account_id}", OF_CODE, now)


async def of_confirming(
    store: AccessStore, account_id: AccountId, address: str, now: datetime
) -> None:
    """One in an open session. Raises LockedOut."""
    await of_address(store, address, now)
    await _take(store, f"confirm:{account_id}", OF_CONFIRMING, now)


async def was_right(store: AccessStore, address: str) -> None:
    """One of many that share this address was right."""
    await store.forgive_one(f"address:{line_of(address)}")


async def begin_anew(store: AccessStore, account: Account, address: str) -> None:
    """Everything was right: it counts for nothing, but for what comes from elsewhere."""
    await store.forgive(_login(account.login), within=line_of(address))
    for key in (_login(account.login), f"code:{account.account_id}"):
        await store.forgive(key)


async def confirmed(store: AccessStore, account_id: AccountId) -> None:
    """The password was right in an open session."""
    await store.forgive(f"confirm:{account_id}")


async def held_off(store: AccessStore, account: Account, now: datetime) -> datetime | None:
    """Until when somebody, or everybody, is held off from this account; None: nobody is."""
    counted = {
        _login(account.login): (OF_LOGIN, OF_LOGIN_ANYWHERE),
        f"code:{account.account_id}": (OF_CODE, OF_CODE),
        f"confirm:{account.account_id}": (OF_CONFIRMING, OF_CONFIRMING),
    }
    ends = [
        each.since + PAUSE
        for key, (narrow, wide) in counted.items()
        for each in await store.tries(key)
        if each.count >= (narrow if each.within else wide)
    ]
    return max((end for end in ends if end > now), default=None)


async def open_again(store: AccessStore, account: Account) -> None:
    """An administrator lifts every pause of an account."""
    for key in (
        _login(account.login),
        f"code:{account.account_id}",
        f"confirm:{account.account_id}",
    ):
        await store.forgive_all(key)


def line_of(address: str) -> str:
    """What one line has: an IPv4 address, an IPv6 network; anything else as it is."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((int(found), _OF_ONE_LINE), strict=False))


def _login(login: str) -> str:
    return f"login:{login}"


async def _take(
    store: AccessStore, key: str, limit: int, now: datetime, *, within: str = ""
) -> None:
    until = await store.take_try(key, within=within, limit=limit, window=PAUSE, now=now)
    if until is not None:
        raise LockedOut(until, now)
