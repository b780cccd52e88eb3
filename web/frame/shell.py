"""What stands around every page: menu by role, who is signed in, whether the data are samples."""

from dataclasses import dataclass

from starlette.requests import Request

from application.access.rights import Right, granted
from models.accounts import Account, AccountRole, Grant
from models.ids import PoolId
from web.frame.cookies import ACTING


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A page of the menu; `code` of the message that names it."""

    code: str
    path: str


#: Of a pool; `{pool}` is filled in. In the order of the menu.
_OF_POOL = (
    (Right.SEE_POOL, MenuItem("web_menu_today", "/pools/{pool}")),
    (Right.SEE_POOL, MenuItem("web_menu_requests", "/pools/{pool}/requests")),
    (Right.SEE_POOL, MenuItem("web_menu_plan", "/pools/{pool}/plan")),
    (Right.SEE_POOL, MenuItem("web_menu_changes", "/pools/{pool}/plan/changes")),
    (Right.WHAT_IF, MenuItem("web_menu_whatif", "/pools/{pool}/whatif")),
    (Right.SEE_POOL, MenuItem("web_menu_talents", "/pools/{pool}/talents")),
    (Right.SHEETS, MenuItem("web_menu_sheets", "/pools/{pool}/sheets")),
    (Right.CONFIGURE, MenuItem("web_menu_settings", "/pools/{pool}/settings")),
    (Right.CONFIGURE, MenuItem("web_menu_webhooks", "/pools/{pool}/webhooks")),
    (Right.INVITE, MenuItem("web_menu_invitations", "/pools/{pool}/invitations")),
)
_OF_PERSON = (
    (Right.SEE_OWN_WORK, MenuItem("web_menu_me", "/me")),
    (Right.STATE_OWN_HOURS, MenuItem("web_menu_my_hours", "/me/hours")),
    (Right.SEE_OWN_WORK, MenuItem("web_menu_my_year", "/me/year")),
    (Right.SEE_OWN_WORK, MenuItem("web_menu_my_profile", "/me/profile")),
    (Right.SEE_OWN_PLACE, MenuItem("web_menu_our", "/our")),
    (Right.SEE_OWN_PLACE, MenuItem("web_menu_our_requests", "/our/requests")),
    (Right.WATCH, MenuItem("web_menu_events", "/ops/events")),
    (Right.WATCH, MenuItem("web_menu_traces", "/ops/traces")),
    (Right.WATCH, MenuItem("web_menu_topics", "/ops/topics")),
    (Right.WATCH, MenuItem("web_menu_plans", "/ops/plans")),
    (Right.DEAD_LETTERS, MenuItem("web_menu_dead_letters", "/ops/dead-letters")),
    (Right.WATCH, MenuItem("web_menu_health", "/ops/health")),
    (Right.MANAGE_ACCOUNTS, MenuItem("web_menu_accounts", "/admin/accounts")),
    (Right.MANAGE_ACCOUNTS, MenuItem("web_menu_start", "/start")),
    (Right.SEE_AUDIT, MenuItem("web_menu_audit", "/ops/audit")),
)


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame of one visit's page."""

    account: Account | None
    request: Request

    @property
    def pools(self) -> tuple[PoolId, ...]:
        """The pools that the person may coordinate."""
        account = self.account
        if account is None:
            return ()
        found = dict.fromkeys(PoolId(each.pool_id) for each in account.grants if each.pool_id)
        return tuple(each for each in found if granted(account, Right.SEE_POOL, each))

    @property
    def pool_id(self) -> PoolId | None:
        """The pool of this page, else the first of theirs."""
        here = self.request.path_params.get("pool_id")
        pools = self.pools
        if here in pools:
            return PoolId(here)
        acting = self._acting
        if acting and acting.role is AccountRole.COORDINATOR:
            return acting.pool_id
        return pools[0] if pools else None

    @property
    def switchable(self) -> tuple[Grant, ...]:
        """What the person may act for instead; empty where there is no choice."""
        return self.account.switchable if self.account else ()

    @property
    def acting_here(self) -> Grant | None:
        """What the page is about: of the pool in its address, else what was chosen last."""
        here = self.request.path_params.get("pool_id")
        if here in self.pools:
            of_pool = (g for g in self.switchable if g.pool_id == here)
            return next((g for g in of_pool if g.role is AccountRole.COORDINATOR), None)
        return self._acting

    @property
    def _acting(self) -> Grant | None:
        key = self.request.cookies.get(ACTING, "")
        return next((grant for grant in self.switchable if grant.key == key), None)

    @property
    def menu(self) -> tuple[MenuItem, ...]:
        """The pages that the person may open."""
        account, pool = self.account, self.pool_id
        if account is None:
            return ()
        of_pool = (
            MenuItem(item.code, item.path.format(pool=pool))
            for right, item in _OF_POOL
            if pool and granted(account, right, pool)
        )
        own = (item for right, item in _OF_PERSON if granted(account, right))
        return (*of_pool, *own)

    @property
    def here(self) -> str:
        """The path of the menu's item that this page belongs to.

        What is decided about a match or a line belongs to the plan, not to the day's work.
        """
        path = self.request.url.path.replace("/admin/invitations", "/admin/accounts/")
        for part in (f"/pools/{self.pool_id}/{each}/" for each in ("matches", "lines")):
            path = path.replace(part, f"/pools/{self.pool_id}/plan/")
        fits = (m.path for m in self.menu if path == m.path or path.startswith(f"{m.path}/"))
        return max(fits, key=len, default="")
