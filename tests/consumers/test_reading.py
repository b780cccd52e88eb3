"""Bytes become facts in one place; what cannot be read is dead, with a reason and no content."""

from dataclasses import replace
from typing import Any

import pytest

from consumers.reading import sort_out
from models.facts import RequestStated, TalentStated
from models.phrase import Phrase
from tests import make

FACTS = {RequestStated.topic: RequestStated}
CANARY = "canary-090-1234-5678"


def request_record(**changes: Any) -> Any:
    return replace(make.record(RequestStated(request=make.request())), **changes)


def headers(record: Any, **changes: Any) -> Any:
    named = dict(record.headers) | {k: v for k, v in changes.items() if v is not None}
    return tuple((k, v) for k, v in named.items() if changes.get(k, b"") is not None)


def test_a_fact_survives_the_wire() -> None:
    fact = RequestStated(request=make.request("R-1", make.line(hours={"2026-11": 31})))

    taken, dead = sort_out([make.record(fact)], FACTS)

    assert [t.message.fact for t in taken] == [fact]
    assert dead == []


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (b"", "value: json_invalid"),
        (b"\xff\xfe", "value: json_invalid"),
        (b"{}", "request: missing"),
        (b'{"request": {"pool_id": "20"}}', "request.request_id: missing"),
    ],
)
def test_bytes_that_are_no_fact_are_dead_with_the_place_that_is_wrong(
    value: bytes, reason: str
) -> None:
    _, [dead] = sort_out([request_record(value=value)], FACTS)

    assert dead.why.code == "fact_malformed"
    assert dead.why.params["faults"][0] == reason  # type: ignore[index]
    assert dead.record.value == value


def test_one_bad_record_does_not_stop_the_others() -> None:
    good, bad = request_record(), request_record(value=b"?", offset=1)

    taken, dead = sort_out([bad, good, bad], FACTS)

    assert (len(taken), len(dead)) == (1, 2)


@pytest.mark.parametrize("name", ["ce_id", "ce_source", "ce_type", "ce_time"])
def test_a_record_without_its_envelope_is_dead(name: str) -> None:
    record = request_record()

    _, [dead] = sort_out([replace(record, headers=headers(record, **{name: None}))], FACTS)

    assert dead.why == Phrase.of("header_missing", header=name)


@pytest.mark.parametrize("name", ["ce_id", "ce_time", "ce_correlationid"])
def test_an_envelope_of_the_wrong_form_is_dead(name: str) -> None:
    record = request_record()

    _, [dead] = sort_out(
        [replace(record, headers=headers(record, **{name: CANARY.encode()}))], FACTS
    )

    assert dead.why == Phrase.of("header_malformed")


def test_a_fact_of_another_type_is_dead() -> None:
    other = make.record(TalentStated(talent=make.talent()))

    _, [dead] = sort_out([replace(other, topic=RequestStated.topic)], FACTS)

    assert dead.why == Phrase.of("type_differs", type="talentpool.request.stated.v1")


def test_a_record_under_another_pool_is_dead() -> None:
    _, [dead] = sort_out([request_record(key="15")], FACTS)

    assert dead.why == Phrase.of("key_is_not_the_pool")


@pytest.mark.parametrize(
    "value",
    [
        b'{"request": {"pool_id": "CANARY"}}',
        b'{"CANARY": 1}',
        b'{"request": {"CANARY": 1, "lines": [{"hours": {"CANARY": 1}}]}}',
    ],
)
def test_the_reason_never_repeats_content(value: bytes) -> None:
    _, [dead] = sort_out([request_record(value=value.replace(b"CANARY", CANARY.encode()))], FACTS)

    assert CANARY not in str(dead.why)
