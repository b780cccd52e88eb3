"""One request of one person: what they are allowed to see, in their language, and the answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from application.session import Session
from models.accounts import Account, Grant, WebSession
from models.audit import AuditRecord, Entry, Outcome, safe_id
from models.ids import PoolId
from web.frame.audit_trail import Noted, kept, page_of
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
        spoken = self.account is not None and self.account.hours == "spoken"
        return self.words.shown("hours" if spoken else "grouped", quarters)

    @property
    def csrf(self) -> str:
        """What every form of theirs has to bring back."""
        return self.web_session.csrf if self.web_session else ""

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
        context: Mapping[str, Any] = {
            "visit": self,
            "say": self.words,
            "shown": self.words.shown,
            "hours": self.hours,
            "percent": amounts.percent,
            "places": partial(amounts.places, self.words.reader),
            "lang": self.words.lang,
            **values,
        }
        text = rendered(template, context)
        return marked(text) if self.words.lang == "en" else text

    def go(self, path: str) -> Response:
        """After a change: the browser asks for another page, so that a reload repeats nothing."""
        return RedirectResponse(path, 303)
