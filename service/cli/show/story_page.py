"""Timelines and postings as people read them."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from rich.console import Group
from rich.text import Text

from application.views.posting import PostingView
from application.views.timeline import TimelineView
from models.revision_claims import Kind
from models.revisions import RevisionMade
from service.cli.frame.text_columns import line, widths
from service.cli.show import agreement
from wording import labels
from wording.words import Words


def timeline_page(view: TimelineView, words: Words, zone: tzinfo | None) -> Group:
    """A line for each change: when, what, which revision, what changed, who; its story below."""
    if not view.entries:
        return Group(Text(view.subject, style="bold"), Text(f"  {words('timeline_empty')}"))
    return Group(Text(view.subject, style="bold"), *_entries(view.entries, words, zone))


def posting_page(view: PostingView, words: Words, zone: tzinfo | None) -> Group:
    """How far it has come, what it changed, and the matches that moved."""
    said = words(f"posting_{view.outcome}", correlation_id=str(view.correlation_id))
    parts = [Text(said, style="bold"), *_entries(view.stated, words, zone)]
    parts += [
        Text(f"  ✕ {words.say(letter.why)}  talentpool deadletters show {str(letter.id)[:8]}")
        for letter in view.dead_letters
    ]
    parts += [
        Text(
            "  "
            + words(
                "posting_plan",
                pool_id=pool.pool_id,
                version=pool.version,
                planned=pool.planned_version,
            )
        )
        for pool in view.pools
    ]
    parts += [
        Text(f"  {match.line_id} ← {match.talent_id}  {agreement.state(match, words)}")
        for match in view.matches
    ]
    return Group(*parts)


def _entries(made: Sequence[RevisionMade], words: Words, zone: tzinfo | None) -> Iterator[Text]:
    rows = [
        (
            each.time.astimezone(zone).strftime("%Y-%m-%d %H:%M"),
            each.subject,
            words("timeline_revision", revision=each.revision),
            _what(each, words),
            words("timeline_by", actor=each.actor) if each.actor else "",
            str(each.correlation_id),
        )
        for each in made
    ]
    width = widths(rows)
    return (Text(line(row, width, indent=2)) for row in rows)


def _what(made: RevisionMade, words: Words) -> str:
    if made.kind is Kind.MATCH:
        return labels.reason(made.reason, words.lang)
    if made.changed:
        names = words.shown("field", tuple(made.changed))
        return words("timeline_changed", fields=names)
    return words("timeline_first" if made.revision == 1 else "timeline_restated")
