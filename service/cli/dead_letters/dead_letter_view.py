"""What may be shown of a dead letter: where it stood and why it died; what it held on demand."""

from collections.abc import Sequence
from datetime import tzinfo

from rich.console import Group
from rich.text import Text

from application.views.dead_letters import is_ours, visible
from models.event_log import NewRecord
from models.ingest import DeadLetter, DeadLetterSummary
from service.cli.frame.text_columns import line, plain, widths
from wording import Words


def headers(record: NewRecord, words: Words, *, whole: bool) -> dict[str, str]:
    """The headers; of those that are not ours only the size, unless asked for the whole."""
    return {
        visible(name): visible(value.decode("utf-8", "backslashreplace"))
        if whole or is_ours(name)
        else f"({_size(len(value), words)})"
        for name, value in record.headers
    }


def letters_table(found: Sequence[DeadLetterSummary], words: Words, zone: tzinfo | None) -> Group:
    """One line each."""
    names = ("id", "kept", "topic", "place", "pool", "status", "reason", "detail")
    header = [words(f"letter_{name}") for name in names]
    rows = [
        (
            str(each.id)[:8],
            _kept(each, zone),
            each.topic,
            f"{each.partition}/{each.offset}",
            each.pool_id or "",
            _status(each, words),
            each.reason,
            visible(words.say(each.why)),
        )
        for each in found
    ]
    return Group(*map(Text, plain(header, rows)))


def letter_page(
    letter: DeadLetter, words: Words, zone: tzinfo | None, *, with_bytes: bool
) -> Group:
    """Why it died and its headers; the bytes where they are asked for."""
    about = letter.summary
    shown = {
        "id": str(about.id),
        "topic": f"{about.topic} {about.partition}/{about.offset}",
        "pool": about.pool_id or "",
        "kept": _kept(about, zone),
        "status": _status(about, words),
        "reason": about.reason,
        "detail": visible(words.say(about.why)),
        "gone": visible(words.say(about.dropped)) if about.dropped else "",
        "size": _size(len(letter.original.value) + about.missing, words),
        "missing": _size(about.missing, words) if about.missing else "",
    }
    rows = [(words(f"letter_{name}"), text) for name, text in shown.items() if text]
    width = [*widths([(name,) for name, _ in rows]), 0]
    parts = [Text(line(row, width)) for row in rows]
    parts.append(Text(words("letter_headers")))
    for name, text in headers(letter.original, words, whole=with_bytes).items():
        parts.append(Text(f"  {name}: {text}"))
    if with_bytes:
        parts += [Text(words("letter_bytes")), Text(text_of(letter.original))]
    return Group(*parts)


def _kept(letter: DeadLetterSummary, zone: tzinfo | None) -> str:
    return letter.kept_at.astimezone(zone).strftime("%Y-%m-%d %H:%M") if letter.kept_at else ""


def _status(letter: DeadLetterSummary, words: Words) -> str:
    return words(f"letter_status_{letter.status}", count=letter.replays)


def _size(count: int, words: Words) -> str:
    return words("letter_bytes_count", count=count)


def text_of(record: NewRecord) -> str:
    """The bytes as text."""
    return visible(record.value.decode("utf-8", "backslashreplace"))
