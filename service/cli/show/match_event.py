"""One match event in one line: when, which state, for whom, who, hours, months and why."""

from datetime import datetime

from rich.text import Text

from application.views.line_names import name_of, names_of_requests
from models.entities import Request
from models.facts import MatchChanged
from service.cli.show.agreement import state_label
from wording import amounts, labels
from wording.fields.names import field_label
from wording.words import Words


def match_line(
    fact: MatchChanged,
    words: Words,
    *,
    at: datetime | None = None,
    request: Request | None = None,
) -> Text:
    """What is not known is left out."""
    name = name_of(fact.line_id, names_of_requests([request] if request else []))
    parts = [
        at.strftime("%H:%M:%S") if at else "",
        state_label(fact.state, words, pinned=False),
        fact.line_id,
        amounts.places(words.reader, name.municipalities),
        words.shown("role", name.role),
        f"← {fact.talent_id}",
        words("event_hours", hours=sum(fact.hours.values())),
        amounts.span(list(fact.hours)),
        words("event_reason", reason=labels.reason(fact.reason, words.lang) + _which(fact, words)),
    ]
    return Text("  ".join(part for part in parts if part))


def _which(fact: MatchChanged, words: Words) -> str:
    """Which terms changed, and what speaks against the match."""
    contradictions = fact.match.contradictions if fact.match else ()
    said = [field_label(name, words.lang) for name in fact.changed_terms]
    said += [labels.contradiction(code, words.lang) for code in contradictions]
    if not said:
        return ""
    return f"：{'、'.join(said)}" if words.lang == "ja" else f": {'; '.join(said)}"
