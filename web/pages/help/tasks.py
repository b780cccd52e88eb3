"""What each role does most, on which page of the menu, and which words it meets there."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.accounts import AccountRole


@dataclass(frozen=True, slots=True)
class Task:
    """Worded as `web_help_<role>_<code>`; `menu` is the code of the page where it is done."""

    code: str
    menu: str
    picture: bool = False


TASKS: Mapping[AccountRole, tuple[Task, ...]] = {
    AccountRole.COORDINATOR: (
        Task("today", "web_menu_today", picture=True),
        Task("request", "web_menu_requests"),
        Task("reason", "web_menu_plan", picture=True),
        Task("answer", "web_menu_plan"),
        Task("moved", "web_menu_changes"),
    ),
    AccountRole.TALENT: (
        Task("answer", "web_menu_me", picture=True),
        Task("decline", "web_menu_me"),
        Task("hours", "web_menu_my_hours", picture=True),
        Task("year", "web_menu_my_year"),
        Task("back", "web_menu_me"),
    ),
    AccountRole.MUNICIPALITY: (
        Task("who", "web_menu_our", picture=True),
        Task("draft", "web_menu_our_requests"),
        Task("hours", "web_menu_our_requests"),
        Task("short", "web_menu_our_requests"),
        Task("answer", "web_menu_our"),
    ),
    AccountRole.OPS: (
        Task("flow", "web_menu_events", picture=True),
        Task("follow", "web_menu_events"),
        Task("dead", "web_menu_dead_letters"),
        Task("plans", "web_menu_plans"),
        Task("health", "web_menu_health"),
    ),
    AccountRole.ADMIN: (
        Task("start", "web_menu_start"),
        Task("invite", "web_menu_accounts", picture=True),
        Task("reset", "web_menu_accounts"),
        Task("grant", "web_menu_accounts"),
        Task("close", "web_menu_accounts"),
        Task("audit", "web_menu_audit"),
    ),
}

#: Worded as `web_term_<term>` and `web_term_<term>_means`.
TERMS: Mapping[AccountRole, tuple[str, ...]] = {
    AccountRole.COORDINATOR: (
        "request",
        "line",
        "talent",
        "need",
        "unmet",
        "rate",
        "proposed",
        "fixed",
        "plan",
        "gap",
        "enough",
    ),
    AccountRole.TALENT: ("proposed", "capacity", "match", "line"),
    AccountRole.MUNICIPALITY: ("request", "line", "unmet", "proposed", "enough"),
    AccountRole.OPS: ("topic", "dead_letter", "plan", "gap", "match"),
    AccountRole.ADMIN: ("role", "grant", "invitation"),
}
