"""Records as table rows, and a dead record on its way to its `.dead` topic and back."""

import base64
import json
from dataclasses import replace
from itertools import islice
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from infra.store.reason_columns import written
from models.event_log import LARGEST, Headers, NewRecord, Record, size
from models.facts import dead as dead_topic
from models.ingest import Dead
from models.text import storable

#: Appended to the headers of a dead record, in this order; the original ones stand before them.
DL_HEADERS = ("dl_id", "dl_topic", "dl_partition", "dl_offset", "dl_reason", "dl_detail")

#: Before them, where the value is only the beginning of the original: how long that is, in bytes.
DL_SIZE = "dl_size"
#: Bytes of such a value; characters of a key, bytes of a header, number of headers.
BEGINNING, _SHORT = 4096, 200


def dead_letter_id(record: Record) -> UUID:
    """The same for every delivery of the same record."""
    return uuid5(NAMESPACE_URL, f"{record.topic}/{record.partition}/{record.offset}")


def dead_record(dead: Dead) -> NewRecord:
    """The original bytes, key and headers for the `.dead` topic, with the reason beside them.

    Where that is more than a log takes, it refers to the whole, which the store keeps: the first
    bytes of the value, the headers that are ours, and `dl_size`, how many bytes the value has.
    """
    record = dead.record
    reason, detail = written(dead.why)
    about = (
        str(dead_letter_id(record)),
        record.topic,
        str(record.partition),
        str(record.offset),
        storable(reason),
        storable(detail),
    )
    said = tuple((name, text.encode()) for name, text in zip(DL_HEADERS, about, strict=True))
    whole = NewRecord(
        topic=dead_topic(record.topic),
        key=record.key,
        value=record.value,
        headers=(*record.headers, *said),
    )
    if size(whole) <= LARGEST:
        return whole
    short = (
        (name, value)
        for name, value in record.headers
        if name.startswith("ce_") and len(value) <= _SHORT
    )
    first = tuple(islice(short, _SHORT))
    return replace(
        whole,
        key=record.key[:_SHORT],
        value=record.value[:BEGINNING],
        headers=(*first, (DL_SIZE, str(len(record.value)).encode()), *said),
    )


def correlation_of(record: Record) -> UUID | None:
    """The correlation id in the headers; none where there is none, or it is not an id."""
    try:
        return UUID(record.header("ce_correlationid") or record.header("ce_id") or "")
    except ValueError:
        return None


def to_row(record: NewRecord) -> dict[str, Any]:
    """The columns of a record."""
    return {
        "topic": record.topic,
        # A key from elsewhere may be text that no text column takes: NUL, half a surrogate pair.
        "key": record.key.encode("utf-8", "surrogatepass"),
        "headers": _dumped(record.headers),
        "value": record.value,
    }


def from_row(row: Any) -> NewRecord:
    """The record in the columns `topic`, `key`, `headers` and `value`."""
    return NewRecord(
        topic=row.topic,
        key=bytes(row.key).decode("utf-8", "surrogatepass"),
        headers=tuple((name, base64.b64decode(value)) for name, value in json.loads(row.headers)),
        value=bytes(row.value),
    )


def _dumped(headers: Headers) -> str:
    return json.dumps([(name, base64.b64encode(value).decode()) for name, value in headers])
