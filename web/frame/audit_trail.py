"""What goes into the audit record of each request: kept before the answer leaves.

The door of the pages (`May`) notes who asks for what; no page has to think of it. Recorded is every
change, every page that shows people's names, and every refusal.
"""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from application.ports import Audit
from models.audit import AuditRecord, Outcome, safe_id
from models.errors import TalentPoolError
from models.log import log
from web.house import House

#: Names of parts of an address that say no object: the pool stands in a column of its own.
_NO_OBJECT = frozenset({"pool_id", "path", "digest", "name"})


@dataclass(slots=True, kw_only=True)
class Noted:
    """Who asks for what; completed by its outcome. A page may say which object it made."""

    actor: str
    role: str
    action: str
    page: str
    pool_id: str
    kind: str
    subject: str
    always: bool  #: also where nothing goes wrong


def note(request: Request, *, actor: str, role: str, action: str, pool: str, always: bool) -> None:
    """Whoever asks, and for what: as the address says it."""
    parts = {k: v for k, v in request.path_params.items() if k not in _NO_OBJECT}
    kind, subject = next(reversed(parts.items()), ("", ""))
    request.state.noted = Noted(
        actor=actor,
        role=role,
        action=action,
        page=page_of(request),
        pool_id=safe_id(pool),
        kind=kind.removesuffix("_id"),
        subject=safe_id(str(subject)),
        always=always,
    )


def page_of(request: Request) -> str:
    """Method and address, with the names of its parts instead of their values."""
    route = request.scope.get("route")
    return f"{request.method} {getattr(route, 'path', '')}"


def outcome_of(status: int) -> Outcome:
    """What came of a request, by its status."""
    if status < 400:
        return Outcome.DONE
    if status in {401, 403, 404, 429}:
        return Outcome.REFUSED
    return Outcome.FAILED if status >= 500 else Outcome.WRONG


class AuditTrail:
    """Around everything that answers."""

    def __init__(self, app: ASGIApp, *, house: House) -> None:
        self._app, self._house = app, house

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; its line is kept before the first byte of the answer is sent."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def kept_first(message: Message) -> None:
            if message["type"] == "http.response.start":
                await self._record(scope, outcome_of(message["status"]))
            await send(message)

        try:
            await self._app(scope, receive, kept_first)
        except Exception:
            await self._record(scope, Outcome.FAILED)
            raise

    async def _record(self, scope: Scope, outcome: Outcome) -> None:
        noted: Noted | None = scope.get("state", {}).pop("noted", None)
        if noted is None or not (noted.always or outcome is Outcome.REFUSED):
            return
        record = AuditRecord(
            moment=self._house.now(),
            actor=noted.actor,
            role=noted.role,
            action=noted.action,
            page=noted.page,
            pool_id=noted.pool_id,
            kind=noted.kind,
            subject=noted.subject,
            outcome=outcome,
        )
        await kept(self._house.audit, record)


async def kept(audit: Audit, record: AuditRecord) -> None:
    """Keep a line; where the store cannot take it now, the log has it."""
    try:
        await audit.keep_audit(record)
    except TalentPoolError:
        # The change has been made already: the answer must say so, and the line must be somewhere.
        log.error("audit.unkept", **record.model_dump(mode="json"))
