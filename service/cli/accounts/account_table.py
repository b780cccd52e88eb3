"""Accounts as rows of a table and as JSON."""

from collections.abc import Sequence
from typing import Any

from rich.table import Table

from models.accounts import Account, Grant
from wording import Words


def accounts_table(accounts: Sequence[Account], words: Words) -> Table:
    """Login, id, roles with what they are bound to, and whether it is disabled."""
    table = Table(box=None, pad_edge=False)
    for code in ("accounts_login", "accounts_id", "accounts_roles", "accounts_state"):
        table.add_column(words(code), overflow="fold")
    for each in accounts:
        roles = ", ".join(_grant(grant, words) for grant in each.grants)
        state = "account_state_disabled" if each.disabled else "account_state_open"
        table.add_row(each.login, each.account_id, roles, words(state))
    return table


def account_document(account: Account) -> dict[str, Any]:
    """An account without the name of its person."""
    return {
        "account_id": account.account_id,
        "login": account.login,
        "grants": [each.model_dump(mode="json", exclude_defaults=True) for each in account.grants],
        "disabled": account.disabled,
    }


def _grant(grant: Grant, words: Words) -> str:
    bound = [grant.pool_id, grant.talent_id, *grant.municipalities]
    role = words(f"web_role_{grant.role.value}")
    return " ".join([role, *(each for each in bound if each)])
