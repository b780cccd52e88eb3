"""How a dead letter is chosen by its id, and what may be shown of it."""

from collections.abc import Sequence
from typing import Any

from rich.console import Group
from rich.text import Text

from models.errors import Mistake
from models.event_log import NewRecord
from models.ingest import DeadLetter, DeadLetterSummary
from service.cli.frame.hour_rows import facts
from service.cli.frame.text_columns import plain
from wording.reader import Lang
from wording.words import Words

#: Headers that our own edges write; what stands in any other may be anything.
_OURS = ("ce_", "dl_", "content-type", "traceparent")


def choose(known: Sequence[DeadLetterSummary], text: str) -> DeadLetterSummary:
    """The only dead letter whose id begins like this."""
    found = [each for each in known if str(each.id).startswith(text.lower())]
    if len(found) == 1:
        return found[0]
    if found:
        raise Mistake(
            f"{text} で始まる記録は{len(found)}件あります。もっと長く書いてください"
            f" / {len(found)} ids begin with it; write more of it"
        )
    raise Mistake(
        f"{text} で始まる記録はありません。talentpool deadletters list で確かめてください"
        " / no dead letter begins with it"
    )


def summary_document(letter: DeadLetterSummary) -> dict[str, Any]:
    """Where it stood and why it died, as JSON."""
    return {
        "id": str(letter.id),
        "topic": letter.topic,
        "partition": letter.partition,
        "offset": letter.offset,
        "pool_id": letter.pool_id,
        "reason": letter.reason,
        "detail": Words("en").say(letter.why),
        "correlation_id": str(letter.correlation_id) if letter.correlation_id else None,
        "status": letter.status,
        "replays": letter.replays,
        "dropped": letter.dropped,
        "missing_bytes": letter.missing,
    }


def headers(record: NewRecord, *, whole: bool) -> dict[str, str]:
    """The headers; of those that are not ours only the size, unless asked for the whole."""
    return {
        visible(name): visible(value.decode("utf-8", "backslashreplace"))
        if whole or name.startswith(_OURS)
        else f"({len(value)} bytes)"
        for name, value in record.headers
    }


def visible(text: str) -> str:
    """The text with its control characters written out: they could move a terminal's cursor."""
    return "".join(
        sign if sign.isprintable() or sign in "\n\t" else repr(sign)[1:-1] for sign in text
    )


def letters_table(found: Sequence[DeadLetterSummary], lang: Lang) -> Group:
    """One line each."""
    words = Words(lang)
    header = (
        ("ID", "トピック", "位置", "プール", "状態", "理由", "詳細")
        if lang == "ja"
        else ("ID", "Topic", "Place", "Pool", "Status", "Reason", "Detail")
    )
    rows = [
        (
            str(each.id)[:8],
            each.topic,
            f"{each.partition}/{each.offset}",
            each.pool_id or "",
            _status(each, lang),
            each.reason,
            visible(words.say(each.why)),
        )
        for each in found
    ]
    return Group(*map(Text, plain(header, rows)))


def _status(letter: DeadLetterSummary, lang: Lang) -> str:
    if letter.status == "new":
        return "未対応" if lang == "ja" else "new"
    if letter.status == "dropped":
        return "中身なし" if lang == "ja" else "dropped"
    return f"再投入{letter.replays}回" if lang == "ja" else f"replayed {letter.replays}x"


def letter_page(letter: DeadLetter, lang: Lang, *, with_bytes: bool) -> Group:
    """Why it died and its headers; the bytes where they are asked for."""
    about = letter.summary
    shown = facts(
        [
            ("ID", "ID", str(about.id)),
            ("トピック", "Topic", f"{about.topic} {about.partition}/{about.offset}"),
            ("プール", "Pool", about.pool_id or ""),
            ("状態", "Status", _status(about, lang)),
            ("理由", "Reason", about.reason),
            ("詳細", "Detail", visible(Words(lang).say(about.why))),
            *([("消去", "Dropped", visible(about.dropped))] if about.dropped else []),
            ("大きさ", "Size", f"{len(letter.original.value) + about.missing:,} bytes"),
            ("欠け", "Missing", f"{about.missing:,} bytes" if about.missing else ""),
        ],
        lang,
    )
    parts = [*shown, Text("ヘッダー" if lang == "ja" else "Headers")]
    for name, text in headers(letter.original, whole=with_bytes).items():
        parts.append(Text(f"  {name}: {text}"))
    if with_bytes:
        parts += [Text("中身" if lang == "ja" else "Bytes"), Text(text_of(letter.original))]
    return Group(*parts)


def text_of(record: NewRecord) -> str:
    """The bytes as text."""
    return visible(record.value.decode("utf-8", "backslashreplace"))
