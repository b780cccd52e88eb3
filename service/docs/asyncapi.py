"""The AsyncAPI 3.0 document of every topic, made from the facts: docs/asyncapi.yaml."""

from typing import Any

import yaml
from pydantic import TypeAdapter

from models.facts import DERIVED, FACTS, STATED, Fact, dead
from models.ids import PoolIdField
from service.docs import fact_schemas

PATH = "docs/asyncapi.yaml"
_NOTE = "# Generated from the code by `make docs`; do not edit.\n"
_TEXT = {"type": "string"}

#: CloudEvents 1.0 in binary mode, as `models.envelope` writes them.
_HEADERS = {
    "type": "object",
    "required": ["ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time"],
    "properties": {
        "content-type": {"const": "application/json"},
        "ce_specversion": {"const": "1.0"},
        "ce_id": _TEXT | {"format": "uuid", "description": "Of this event; a repeat has it too."},
        "ce_source": _TEXT | {"description": "Who says it."},
        "ce_type": _TEXT | {"description": "The message's name below."},
        "ce_time": _TEXT | {"format": "date-time", "description": "For people; orders nothing."},
        "ce_subject": _TEXT | {"description": "The id of what the fact is about."},
        "ce_correlationid": _TEXT | {"format": "uuid", "description": "Of the whole story."},
        "ce_actor": _TEXT
        | {"description": "Who acted, as an id and never a name; not in older facts."},
        "ce_seen": _TEXT
        | {"description": "The revision that the actor was looking at; where nobody said, absent."},
        "traceparent": _TEXT | {"description": "W3C trace context."},
    },
}

_DEAD = {
    "name": "dead",
    "title": "DeadLetter",
    "summary": "A record as it came, byte by byte; further headers say why it was not taken.",
    "payload": {},
}


def document() -> dict[str, Any]:
    """The whole document; the `$ref`s of payloads lead to the files of `fact_schemas`."""
    topics = [(f.topic, f, False) for f in FACTS] + [(dead(f.topic), f, True) for f in FACTS]
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "talentpool",
            "version": "1",
            "description": "Facts of the talent pool. The key of every record is its pool, so the "
            "facts of one pool stay in order. Every fact may be delivered twice.",
        },
        "defaultContentType": "application/json",
        "servers": {
            "kafka": {
                "host": "{bootstrap}",
                "pathname": "",
                "protocol": "kafka",
                "variables": {"bootstrap": {"default": "localhost:9092"}},
            }
        },
        "channels": {topic: _channel(topic, fact, is_dead) for topic, fact, is_dead in topics},
        "operations": _operations(),
        "components": {
            "messageTraits": {"cloudevent": {"headers": _HEADERS}},
            "messages": {fact.type: _message(fact) for fact in FACTS} | {"dead": _DEAD},
        },
    }


def render() -> dict[str, str]:
    """The document by its path from the root of the repository."""
    text = yaml.safe_dump(document(), sort_keys=False, allow_unicode=True, width=98)
    return {PATH: _NOTE + text}


def _channel(topic: str, fact: type[Fact], is_dead: bool) -> dict[str, Any]:
    name = "dead" if is_dead else fact.type
    return {
        "address": topic,
        "description": f"What could not be taken from {fact.topic}."
        if is_dead
        else _sentence(fact),
        "messages": {name: {"$ref": f"#/components/messages/{name}"}},
    }


def _message(fact: type[Fact]) -> dict[str, Any]:
    return {
        "name": fact.type,
        "title": fact.__name__,
        "summary": _sentence(fact),
        "contentType": "application/json",
        "traits": [{"$ref": "#/components/messageTraits/cloudevent"}],
        "payload": {"$ref": "./" + fact_schemas.path(fact).removeprefix("docs/")},
        "bindings": {"kafka": {"key": _key()}},
    }


def _operations() -> dict[str, Any]:
    """What the service does: takes what people state, says what it derives from it."""
    found = {}
    for fact in STATED:
        found[f"take.{fact.type}"] = _operation("receive", fact.topic)
        found[f"bury.{fact.type}"] = _operation("send", dead(fact.topic))
    for fact in DERIVED:
        found[f"say.{fact.type}"] = _operation("send", fact.topic)
        found[f"follow.{fact.type}"] = _operation("receive", fact.topic)
        found[f"bury.{fact.type}"] = _operation("send", dead(fact.topic))
    return found


def _operation(action: str, topic: str) -> dict[str, Any]:
    # `.` and `-` need no escape in a JSON pointer, and topics have nothing else.
    return {"action": action, "channel": {"$ref": f"#/channels/{topic}"}}


def _key() -> dict[str, Any]:
    return {**TypeAdapter(PoolIdField).json_schema(), "description": "The pool."}


def _sentence(fact: type[Fact]) -> str:
    return " ".join((fact.__doc__ or "").split())
