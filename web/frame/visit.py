"""One request of one person: what they are allowed to see, in their language, and the answer."""

import secrets
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from markupsafe import Markup
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from application.session import Session
from application.views.worked_out import WorkedOut
from models.accounts import Account, Grant, WebSession
from models.audit import AuditRecord, Entry, Outcome, safe_id
from models.ids import PoolId
from web.frame.audit_trail import Noted, kept, page_of
from web.frame.cookies import ACTING
from web.frame.data_language import marked
from web.frame.languages import lang_of
from web.frame.rendering import rendered
from web.frame.shell import Shell
from web.house import House
from wording import Words, amounts


@dataclass(frozen=True, kw_only=True)
class Visit:
    """Whoever asks, signed in or not; pages take it first."""

    request: Request
    house: House
    account: Account | None = None
    web_session: WebSession | None = None
    grant: Grant | None = None  #: what allows them to be here
    form: FormData = field(default_factory=FormData)

    @cached_property
    def words(self) -> Words:
        """Words in the reader's language, with the names of places."""
        return Words(lang_of(self.request, self.account), self.house.places)

    def words_of(self, account: Account) -> Words:
        """Words in the language of somebody who is not here, such as whose calendar is read."""
        return Words("en" if account.lang == "en" else "ja", self.house.places)

    @property
    def signed_in(self) -> Account:
        """Who it is, where nobody gets here without signing in."""
        assert self.account is not None
        return self.account

    @property
    def granted(self) -> Grant:
        """What allows them to be here."""
        assert self.grant is not None
        return self.grant

    @property
    def pool_id(self) -> PoolId:
        """The pool that they are in: of the address, else of what they are granted."""
        pool_id = self.request.path_params.get("pool_id") or self.granted.pool_id
        assert pool_id is not None
        return PoolId(pool_id)

    @cached_property
    def session(self) -> Session:
        """Their work with the house: every use case takes it."""
        return self.house.session(self.signed_in.actor(self.granted.role))

    def hours(self, quarters: int) -> str:
        """Hours in a table, as the reader prefers: `7.75` or `7時間45分`."""
        return self.words.shown("hours" if self.hours_spoken else "grouped", quarters)

    @property
    def hours_spoken(self) -> bool:
        """Whether the reader prefers hours as they are spoken."""
        return self.account is not None and self.account.hours == "spoken"

    @property
    def csrf(self) -> str:
        """What every form of theirs has to bring back."""
        return self._bare_csrf + (f".{self.granted.key}" if self._one_of_several else "")

    def brought_by_us(self, brought: str) -> bool:
        """Whether this came with a form of this session, whatever it was filled in for."""
        token = brought.partition(".")[0]
        # As bytes: text with other signs than ASCII is not compared.
        return secrets.compare_digest(token.encode(), self._bare_csrf.encode())

    @property
    def acting(self) -> str:
        """The key of the grant they act by: a form goes with the one it was shown in."""
        return self.form_key or self.request.cookies.get(ACTING, "")

    @property
    def form_key(self) -> str:
        """The key that a form brings; empty where it was shown to somebody with no choice."""
        brought = self.form.get("csrf") or self.request.headers.get("x-csrf") or ""
        return brought.partition(".")[2] if isinstance(brought, str) else ""

    @property
    def _bare_csrf(self) -> str:
        return self.web_session.csrf if self.web_session else ""

    @property
    def _one_of_several(self) -> bool:
        return bool(self.account and self.grant and self.grant in self.account.switchable)

    async def audit(
        self, entry: Entry, outcome: Outcome = Outcome.DONE, *, account: Account | None = None
    ) -> None:
        """Record what has no right of its own, by `account` where nobody is signed in yet."""
        who = account or self.account
        record = AuditRecord(
            moment=self.house.now(),
            actor=who.account_id if who else "",
            action=entry,
            page=page_of(self.request),
            outcome=outcome,
        )
        await kept(self.house.audit, record)

    def concerns(self, kind: str, subject: str) -> None:
        """Which object a change is about, where the address does not say it: one just made."""
        noted: Noted | None = getattr(self.request.state, "noted", None)
        if noted is not None:
            noted.kind, noted.subject = kind, safe_id(subject)

    def page(self, template: str, status: int = 200, /, **values: Any) -> Response:
        """A whole page: the template in the shell, with these values."""
        shell = Shell(self.account, self.request)
        return HTMLResponse(self.part(template, shell=shell, **values), status)

    def part(self, template: str, /, **values: Any) -> str:
        """The text of a piece of a page, in the reader's words."""
        text = rendered(template, {"visit": self, **self._wording, **values})
        return marked(text) if self.words.lang == "en" else text

    def kept_part(
        self, memory: WorkedOut, template: str, key: Hashable, /, **values: Any
    ) -> Markup:
        """The same, rendered once for all who see the value that the memory belongs to.

        The template has no visit: nothing of the one who asked first can get into it. The key
        says which of the value is shown; language and the preferred form of hours are added here.
        """
        whole = "part", template, self.words.lang, self.hours_spoken, key
        return memory.get(whole, lambda: Markup(rendered(template, {**self._wording, **values})))  # noqa: S704 - escaped by the template

    @property
    def _wording(self) -> Mapping[str, Any]:
        """Words and figures as the reader reads them."""
        return {
            "say": self.words,
            "shown": self.words.shown,
            "hours": self.hours,
            "percent": amounts.percent,
            "places": partial(amounts.places, self.words.reader),
            "lang": self.words.lang,
        }

    def go(self, path: str) -> Response:
        """After a change: the browser asks for another page, so that a reload repeats nothing."""
        return RedirectResponse(path, 303)
