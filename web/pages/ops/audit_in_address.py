"""A search of the audit record as it stands in an address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from models.audit import AuditSearch, Cursor, Outcome
from models.phrase import Phrase
from web.frame.form_errors import FormErrors

FIELDS = ("since", "until", "actor", "action", "pool", "object", "outcome")


@dataclass(frozen=True, slots=True)
class AskedOfAudit:
    """What an address asks for."""

    typed: Mapping[str, str]
    wanted: AuditSearch
    before: Cursor | None
    errors: FormErrors

    @property
    def query(self) -> str:
        """The same search in an address, from its first page."""
        return urlencode({name: text for name, text in self.typed.items() if text})


def asked_of_audit(query: QueryParams, zone: tzinfo | None) -> AskedOfAudit:
    """Times are those of the offices; an outcome that there is none of asks for all."""
    typed = {name: query.get(name, "").strip()[:100] for name in FIELDS}
    errors = FormErrors()
    outcome = typed["outcome"]
    wanted = AuditSearch(
        since=_moment("since", typed["since"], zone, errors),
        until=_moment("until", typed["until"], zone, errors),
        actor=typed["actor"],
        action=typed["action"],
        pool_id=typed["pool"],
        subject=typed["object"],
        outcome=Outcome(outcome) if outcome in set(Outcome) else None,
    )
    before = query.get("before", "")
    at = (
        Cursor(int(before))
        if before.isascii() and before.isdecimal() and len(before) < 19
        else None
    )
    return AskedOfAudit(typed, wanted, at, errors)


def _moment(name: str, text: str, zone: tzinfo | None, errors: FormErrors) -> datetime | None:
    if not text:
        return None
    try:
        said = datetime.fromisoformat(text)
        said = said if said.tzinfo else said.replace(tzinfo=zone)
        said.timestamp()
    except (ValueError, OverflowError, OSError):
        errors.add(name, Phrase.of("web_ops_audit_time_wrong", text=text))
        return None
    return said
