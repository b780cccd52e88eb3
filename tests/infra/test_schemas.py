"""The published schemas say what the code does, and never break a reader."""

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from models.entities import DemandLine, Form, Request, Role, Talent
from models.facts import FACTS, DecisionMade, Fact, PoolConfigured, RequestStated, TalentStated
from models.match import Verb
from models.pool_settings import PoolSettings
from service.docs import fact_schemas
from service.docs.schema_compatibility import breaks
from tests.models.test_readers_forgive import FACTS_MADE, of_next_version

ROOT = Path(__file__).parents[2]

REQUEST = RequestStated(
    request=Request.model_validate(
        {
            "pool_id": "20",
            "request_id": "R-1",
            "title": "窓口の見直し",
            "municipalities": ("202011",),
            "lines": (DemandLine(line=1, role=Role.PM, hours={"2026-07": 31}),),
        }
    )
)


@pytest.mark.parametrize("fact", FACTS, ids=lambda f: f.type)
def test_the_published_schema_is_the_one_of_the_code(fact: type[Fact]) -> None:
    published = (ROOT / fact_schemas.path(fact)).read_text(encoding="utf-8")

    assert published == fact_schemas.render()[fact_schemas.path(fact)], "run: make docs"


@pytest.mark.parametrize("fact", FACTS, ids=lambda f: f.type)
def test_the_code_reads_every_fact_the_published_schema_allows(fact: type[Fact]) -> None:
    published = json.loads((ROOT / fact_schemas.path(fact)).read_text(encoding="utf-8"))

    assert breaks(published, fact_schemas.schema(fact)) == [], "make a new class with a new topic"


def test_no_schema_is_left_of_a_fact_that_is_gone() -> None:
    kept = {p.name for p in (ROOT / "docs/schemas").glob("talentpool.*")}

    assert kept == {Path(path).name for path in fact_schemas.render()}


@pytest.mark.parametrize(
    "fact",
    [
        REQUEST,
        TalentStated(
            talent=Talent.model_validate(
                {
                    "pool_id": "20",
                    "talent_id": "T-1",
                    "roles": (Role.PM,),
                    "form": Form.PART_TIME,
                    "contract_from": "2026-04",
                    "contract_until": "2027-03",
                    "capacity": {"2026-07": 155},
                }
            )
        ),
        DecisionMade.model_validate({"pool_id": "20", "match_id": "M-1", "verb": Verb.PIN}),
        PoolConfigured.model_validate({"pool_id": "20", "revision": 1, "settings": PoolSettings()}),
    ],
    ids=lambda fact: fact.type,
)
def test_what_the_code_writes_fits_the_schema(fact: Fact) -> None:
    jsonschema.Draft202012Validator(fact_schemas.schema(type(fact))).validate(
        json.loads(fact.model_dump_json())
    )


@pytest.mark.parametrize("fact", FACTS_MADE, ids=lambda fact: fact.type)
def test_what_a_next_version_writes_fits_the_schema_of_this_one(fact: Fact) -> None:
    jsonschema.Draft202012Validator(fact_schemas.schema(type(fact))).validate(
        json.loads(json.dumps(of_next_version(fact)))
    )


def test_a_reader_that_refuses_other_fields_again_is_a_break() -> None:
    closed = changed("Request", "additionalProperties", to=False)

    assert breaks(fact_schemas.schema(RequestStated), closed) == [
        "request: other fields are refused now"
    ]


def test_defaults_of_hours_are_in_hours() -> None:
    pool = fact_schemas.schema(PoolConfigured)["$defs"]["PoolSettings"]["properties"]

    assert pool["block"]["default"] == PoolSettings().block / 4


def changed(*where: str | int, to: Any) -> dict[str, Any]:
    """The schema of a request with one thing changed; `...` removes it."""
    whole = copy.deepcopy(fact_schemas.schema(RequestStated))
    part: Any = whole["$defs"]
    for step in where[:-1]:
        part = part[step]
    if to is ...:
        del part[where[-1]]
    else:
        part[where[-1]] = to
    return whole


REQUEST_FIELDS = ("Request", "properties")
LINE_FIELDS = ("DemandLine", "properties")

[MONTHS] = fact_schemas.schema(RequestStated)["$defs"]["DemandLine"]["properties"]["hours"][
    "patternProperties"
]

BREAKING = {
    "a field is removed": changed(*REQUEST_FIELDS, "title", to=...),
    "a field is required": changed("Request", "required", to=["theme"]),
    "a type is narrower": changed(*REQUEST_FIELDS, "pm_in_place", "type", to="null"),
    "names of fields are others": changed(*LINE_FIELDS, "hours", "patternProperties", to={}),
    "a named amount is narrower": changed(
        *LINE_FIELDS, "hours", "patternProperties", MONTHS, "maximum", to=100
    ),
    "a value is removed": changed("Role", "enum", to=["pm", "engineer"]),
    "a minimum is higher": changed(*REQUEST_FIELDS, "revision", "minimum", to=2),
    "a maximum is lower": changed(*REQUEST_FIELDS, "urgency", "maximum", to=2),
    "a maximum appears": changed(*REQUEST_FIELDS, "revision", "maximum", to=9),
    "a pattern is changed": changed(*REQUEST_FIELDS, "request_id", "pattern", to="^R-"),
    "an item is narrower": changed(
        *REQUEST_FIELDS, "municipalities", "items", to={"type": "integer"}
    ),
}
HARMLESS = {
    "nothing": fact_schemas.schema(RequestStated),
    "an optional field": changed(*REQUEST_FIELDS, "deadline", to={"type": "string"}),
    "a value is added": changed("Role", "enum", to=["producer", "pm", "engineer", "trainer"]),
    "a minimum is lower": changed(*REQUEST_FIELDS, "revision", "minimum", to=0),
    "a bound is gone": changed(*REQUEST_FIELDS, "urgency", "maximum", to=...),
    "a field is optional": changed("Request", "required", to=["pool_id"]),
    "a field may be none": changed(
        *REQUEST_FIELDS,
        "theme",
        to={"anyOf": [{"type": "string"}, {"type": "null"}]},
    ),
    "an integer becomes a number": changed(
        *REQUEST_FIELDS, "urgency", to={"type": "number", "minimum": 1, "maximum": 3}
    ),
    "a text is changed": changed("Request", "description", to="something else"),
}


@pytest.mark.parametrize("after", BREAKING.values(), ids=BREAKING.keys())
def test_a_change_that_breaks_readers_is_refused(after: dict[str, Any]) -> None:
    assert breaks(fact_schemas.schema(RequestStated), after)


@pytest.mark.parametrize("after", HARMLESS.values(), ids=HARMLESS.keys())
def test_a_change_that_breaks_nobody_is_welcome(after: dict[str, Any]) -> None:
    assert breaks(fact_schemas.schema(RequestStated), after) == []


def test_a_choice_that_is_gone_is_refused() -> None:
    before = {"properties": {"a": {"anyOf": [{"type": "string"}, {"type": "null"}]}}}
    after = {"properties": {"a": {"type": "string"}}}

    assert breaks(before, after) == ["a: a choice was removed or is narrower"]
    assert breaks(after, before) == []
