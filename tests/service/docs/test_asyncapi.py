"""The AsyncAPI document names every topic and fact, and all its references lead somewhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from faststream.specification.asyncapi.v3_0_0.schema import ApplicationSchema

from models.envelope import Envelope, Message
from models.facts import DERIVED, FACTS, STATED, TOPICS, PoolChanged
from models.ids import ActorId
from service.docs import asyncapi
from tests.make import CAUSE, NOW

ROOT = Path(__file__).parents[3]
TRACED = Envelope(
    event_id=CAUSE,
    source="test",
    time=NOW,
    correlation_id=CAUSE,
    traceparent="00-1-2-01",
    actor=ActorId("coordinator:20-1"),
    seen=3,
)


def references(part: Any) -> Iterator[str]:
    match part:
        case {"$ref": str(reference)}:
            yield reference
        case dict():
            for value in part.values():
                yield from references(value)
        case list():
            for value in part:
                yield from references(value)


def test_the_published_document_is_the_one_of_the_code() -> None:
    for path, text in asyncapi.render().items():
        assert (ROOT / path).read_text(encoding="utf-8") == text, "run: make docs"


def test_every_topic_is_a_channel() -> None:
    channels = asyncapi.document()["channels"]

    assert [channel["address"] for channel in channels.values()] == list(TOPICS)


def test_every_reference_leads_somewhere() -> None:
    whole = yaml.safe_load((ROOT / asyncapi.PATH).read_text(encoding="utf-8"))

    for reference in references(whole):
        file, _, pointer = reference.partition("#")
        if file:
            assert (ROOT / "docs" / file).is_file()
            continue
        part = whole
        for step in pointer.strip("/").split("/"):
            part = part[step]


def test_the_document_is_one_that_asyncapi_3_knows() -> None:
    read = ApplicationSchema.model_validate(asyncapi.document())

    assert read.asyncapi == "3.0.0"
    assert len(read.channels) == len(TOPICS)


@pytest.mark.parametrize("fact", FACTS, ids=lambda f: f.type)
def test_the_service_takes_what_is_stated_and_says_what_is_derived(fact: Any) -> None:
    operations = asyncapi.document()["operations"].values()

    actions = [
        o["action"] for o in operations if o["channel"]["$ref"] == f"#/channels/{fact.topic}"
    ]

    assert ("receive" in actions) is (fact in (*STATED, *DERIVED))
    assert ("send" in actions) is (fact in DERIVED)


def test_the_headers_are_those_of_the_envelope() -> None:
    fact = PoolChanged.model_validate({"pool_id": "20", "version": 1})
    written = Message(envelope=TRACED, fact=fact).record()

    published = asyncapi.document()["components"]["messageTraits"]["cloudevent"]["headers"]

    assert {name for name, _ in written.headers} == set(published["properties"])
