"""Dead letters."""

from web.api.shapes import MOMENT, TEXT, UUID, WHOLE, list_of, maybe, thing

LETTER = thing(
    id=UUID,
    topic=TEXT,
    partition=WHOLE,
    offset=WHOLE,
    pool_id=maybe(TEXT),
    reason=TEXT,
    detail=TEXT,
    correlation_id=maybe(UUID),
    status=TEXT,
    replays=WHOLE,
    dropped=maybe(TEXT),
    missing_bytes=WHOLE,
    kept_at=maybe(MOMENT),
)
#: Of many that were replayed at once.
REPLAYED = thing(
    done=list_of(LETTER),
    refused=list_of(thing(letter=LETTER, code=TEXT, text=TEXT)),
    left=WHOLE,
)
