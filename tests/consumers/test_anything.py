"""Whatever anybody puts on a topic, the consumers go on, and say what became of it."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consumers.dead_letters import dead_letters_consumer
from consumers.ingest import ingest_consumer
from consumers.matches import matches_consumer
from consumers.pools import pools_consumer
from infra.store.record_rows import DL_HEADERS, dead_letter_id
from infra.store.store import SqlStore
from models.event_log import Record
from models.facts import FACTS, TOPICS, TalentStated
from tests import make

odd_text = st.text(st.characters(codec=None), max_size=12) | st.sampled_from(
    ["", "20", "20\0", "\x1b[31m", "\ud800", "\u202e", "15", "9" * 50]
)
odd_bytes = st.binary(max_size=40) | odd_text.map(lambda t: t.encode("utf-8", "surrogatepass"))
numbers = st.sampled_from(["0", "-1", "1_0", " 1", "٣", str(10**12), str(10**30), "9" * 5000, "x"])
kinds = st.sampled_from([fact.type for fact in FACTS])
names = st.sampled_from(
    ["ce_id", "ce_source", "ce_type", "ce_time", "ce_correlationid", "traceparent", *DL_HEADERS]
)
times = st.sampled_from(
    ["2026-11-21T09:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "0"]
)


@st.composite
def envelopes(draw: Any) -> Any:
    """Headers as ours, any of them spoilt."""
    headers = {
        "ce_id": str(uuid4()),
        "ce_source": "elsewhere",
        "ce_type": draw(kinds),
        "ce_time": draw(times),
    }
    spoilt = draw(st.dictionaries(st.sampled_from(list(headers)), odd_bytes, max_size=2))
    return tuple((name, spoilt.get(name, text.encode())) for name, text in headers.items())


@st.composite
def deaths(draw: Any) -> Any:
    """Headers of a dead record, with the id that belongs to what they say."""
    topic = draw(st.sampled_from([fact.topic for fact in FACTS]) | odd_text)
    partition, offset = draw(numbers), draw(numbers)
    place = f"{topic}/{partition}/{offset}"
    about = (place_id(place), topic, partition, offset, draw(odd_text), draw(odd_text))
    return tuple(
        (name, text.encode("utf-8", "surrogatepass"))
        for name, text in zip(DL_HEADERS, about, strict=True)
    )


def place_id(place: str) -> str:
    topic, partition, offset = place.rsplit("/", 2)
    try:
        there = Record(topic=topic, key="", value=b"", partition=int(partition), offset=int(offset))
        return str(dead_letter_id(there))
    except (ValueError, UnicodeEncodeError):
        return str(uuid4())


@st.composite
def values(draw: Any) -> Any:
    """Any bytes, or a talent spoilt in one field."""
    whole = make.talent().model_dump_json()
    spoilt = draw(odd_text).encode("unicode_escape").decode().replace("\\x", "\\u00")
    return draw(
        odd_bytes | st.just(whole.replace("T-1", spoilt).encode()) | st.just(whole.encode())
    )


records = st.builds(
    Record,
    topic=st.sampled_from(TOPICS),
    key=st.just("20") | odd_text,
    value=values() | st.just(TalentStated(talent=make.talent()).model_dump_json().encode()),
    headers=envelopes() | deaths() | st.lists(st.tuples(names | odd_text, odd_bytes)).map(tuple),
    partition=st.integers(0, 2**31 - 1),
    offset=st.integers(0, 2**63 - 1),
)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.kafka)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'pool.db'}"
        return
    server = request.getfixturevalue("real_postgres")
    schema = f"test_{uuid4().hex}"
    with psycopg.connect(server.replace("+psycopg", "", 1), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        yield f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{schema}"
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


async def planned(_: Any) -> None:
    """Plans nothing: what a pool holds is not in question here."""


def test_no_record_on_any_topic_ends_a_consumer(url: str) -> None:
    store = SqlStore(url, now=lambda: make.NOW)
    consumers = (
        ingest_consumer(store),
        pools_consumer(planned, store),
        matches_consumer(store),
        dead_letters_consumer(store),
    )

    @settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(records, max_size=6))
    def holds(batch: Any) -> None:
        for consumer in consumers:
            mine = [record for record in batch if record.topic in consumer.topics]
            loop.run_until_complete(consumer.handle(mine))

    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(store.open())
        holds()
    finally:
        loop.run_until_complete(store.close())
        loop.close()
