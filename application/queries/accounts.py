"""Accounts, found by what an administrator knows of them, page by page."""

from dataclasses import dataclass

from application.ports import Accounts
from models.accounts import Account
from models.text_folding import folded

#: Accounts on a page.
PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountsPage:
    """Some accounts by login, and how many there are in all."""

    accounts: tuple[Account, ...]
    count: int
    page: int
    pages: int


async def accounts_page(store: Accounts, text: str, page: int) -> AccountsPage:
    """Those whose login, name, id, role or object has every word of the text."""
    words = [folded(each) for each in text.split()]
    found = [a for a in await store.accounts() if all(w in _known(a) for w in words)]
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(page, 1), pages)
    return AccountsPage(
        accounts=tuple(found[(page - 1) * PAGE : page * PAGE]),
        count=len(found),
        page=page,
        pages=pages,
    )


def _known(account: Account) -> str:
    parts = [account.login, account.name, account.account_id]
    for grant in account.grants:
        parts += [grant.role, grant.pool_id or "", grant.talent_id or "", *grant.municipalities]
    return " ".join(folded(each) for each in parts)
