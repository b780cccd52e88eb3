"""Dead letters as operators see them: where each stood and why it died; what it held on demand."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from application.letter_filter import LetterFilter
from application.views.paged import Paged, paged
from models.event_log import NewRecord
from models.ingest import DeadLetter, DeadLetterSummary
from models.phrase import Phrase

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
#: Letters of one page.
ROWS = 50
#: Bytes that a page shows at most, of the value and of a header.
MOST_BYTES, MOST_OF_HEADER = 64_000, 200
#: Headers that our own edges write; what stands in any other may be anything.
_OURS = ("ce_", "dl_", "content-type", "traceparent")


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersBoard:
    """One page of the letters that are wanted, and what there is to choose from."""

    rows: Paged[DeadLetterSummary]
    new: int  #: of those that are wanted, nobody has looked after yet
    known: int
    pools: tuple[str, ...]
    reasons: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A header of a record: its text where we have written it, else its size alone."""

    name: str
    size: int
    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """One letter without what it held, and what can be done with it."""

    about: DeadLetterSummary
    size: int
    headers: tuple[Header, ...]
    dies_again: Phrase | None  #: why nobody could read it as it is
    stated: bool  #: it is of a topic on which people state something: other bytes may replace it

    @property
    def can_replay(self) -> bool:
        """It may be appended as it is."""
        return self.about.status == "new" and not self.about.missing

    @property
    def can_mend(self) -> bool:
        """Other bytes may be appended in its place."""
        return self.about.status != "replayed" and self.stated and self.size <= MOST_BYTES

    @property
    def can_drop(self) -> bool:
        """It still has bytes."""
        return self.about.dropped is None


def letters_board(
    known: Sequence[DeadLetterSummary], wanted: LetterFilter, page: int
) -> LettersBoard:
    """Those that the filter lets through, the newest first, page by page."""
    fits = [each for each in known if wanted.lets(each)]
    fits.sort(key=lambda each: each.kept_at or _LONG_AGO, reverse=True)
    return LettersBoard(
        rows=paged(fits, page, ROWS),
        new=sum(each.status == "new" for each in fits),
        known=len(known),
        pools=_choices((each.pool_id or "" for each in known), wanted.pool),
        reasons=_choices((each.reason for each in known), wanted.reason),
        topics=_choices((each.topic for each in known), wanted.topic),
    )


def letter_view(letter: DeadLetter, *, dies_again: Phrase | None, stated: bool) -> LetterView:
    """What may be shown of it to everybody who watches."""
    record = letter.original
    return LetterView(
        about=letter.summary,
        size=len(record.value) + letter.summary.missing,
        headers=tuple(_header(name, value) for name, value in record.headers),
        dies_again=dies_again,
        stated=stated,
    )


def is_ours(header: str) -> bool:
    """Whether our own edges write a header of this name."""
    return header.startswith(_OURS)


def visible(text: str) -> str:
    """The text with its control characters written out: they could move a terminal's cursor."""
    return "".join(
        sign if sign.isprintable() or sign in "\n\t" else repr(sign)[1:-1] for sign in text
    )


def text_of(record: NewRecord) -> str:
    """The beginning of its bytes; set out line by line where they are JSON in whole."""
    written = record.value[:MOST_BYTES].decode("utf-8", "backslashreplace")
    try:
        return json.dumps(json.loads(written), ensure_ascii=False, indent=2)
    except (ValueError, RecursionError):
        return visible(written)


def _header(name: str, value: bytes) -> Header:
    text = value[:MOST_OF_HEADER].decode("utf-8", "backslashreplace")
    shown = visible(text) if is_ours(name) else None
    return Header(name=visible(name[:MOST_OF_HEADER]), size=len(value), text=shown)


def _choices(found: Iterable[str], chosen: str) -> tuple[str, ...]:
    """Also what is chosen and no longer there."""
    return tuple(sorted({*found, chosen} - {""}))
