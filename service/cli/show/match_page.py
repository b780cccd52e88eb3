"""A match as people read it: where it stands, for whom, why this person and why nobody else."""

from rich.console import Group
from rich.text import Text

from application.views.match import MatchView
from service.cli.frame.hour_rows import labelled
from service.cli.show import agreement, reasons
from wording import amounts, labels
from wording.words import Words


def match_page(view: MatchView, words: Words) -> Group:
    """The match, what speaks against it, and the reasons."""
    match, lang = view.match, words.lang
    facts = {
        "page_revision": str(match.revision),
        "page_reason": labels.reason(match.reason, lang),
        "page_pinned": labels.yes_no(match.pinned, lang),
        "page_line": match.line_id,
        "page_request": labels.titled(view.title, lang, sample=view.sample),
        "page_municipality": amounts.places(words.reader, view.municipalities),
        "page_talent": match.talent_id,
        "page_answers": agreement.answers(match, words),
        "page_hours": amounts.amount(view.total),
        "page_by_month": amounts.by_month(words.reader, match.hours),
    }
    parts = [
        Text(f"{match.match_id}　{agreement.state(match, words)}", style="bold"),
        *labelled((words(code), value) for code, value in facts.items()),
        *(Text(line) for line in agreement.attention(match, words)),
    ]
    for why in view.whys:
        parts.extend(reasons.of_match(why, words))
    return Group(*parts)
