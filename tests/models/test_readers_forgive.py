"""What one of us wrote is read with fields that are not known; what people write is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from consumers.reading import sort_out
from matcher.plan import Plan
from matcher.problem import Problem
from models.entities import TrainingWaiver
from models.facts import (
    FACTS,
    DecisionMade,
    Fact,
    MatchChanged,
    PoolChanged,
    PoolConfigured,
    RequestStated,
    TalentStated,
)
from models.frozen import Frozen
from models.ids import LineId
from models.match import Decline, DeclineReason, MatchState, Verb
from models.plan_triggers import PlanNews, Trigger, TriggerKind
from models.pool_settings import PoolSettings
from models.terms import terms_of
from tests import make

ROOT = Path(__file__).parents[2]
NEXT = "asked_for_in_the_next_version"

REQUEST = make.request("R-1", make.line(), revision=2)
MATCH = make.match(
    terms=terms_of(REQUEST, LineId("R-1/1")),
    agreed_terms=terms_of(REQUEST, LineId("R-1/1")),
    state=MatchState.CONFIRMED,
)
DECLINE = Decline(
    talent_id="T-1",
    line_id="R-1/1",
    municipalities=(make.SAKU,),
    reason=DeclineReason.THIS_LINE,
    hours=MATCH.hours,
)
NEWS = PlanNews(changed=1, total=2, triggers=(Trigger(kind=TriggerKind.SETTINGS),))
FACTS_MADE: tuple[Fact, ...] = (
    RequestStated(request=REQUEST),
    TalentStated(talent=make.talent(training_waiver=TrainingWaiver.URGENT)),
    DecisionMade(
        pool_id="20", match_id=MATCH.match_id, verb=Verb.CANCEL, match=MATCH, seen_revision=1
    ),
    PoolConfigured(pool_id="20", revision=1, settings=PoolSettings()),
    PoolChanged(pool_id="20", version=3),
    MatchChanged.of(MATCH, MATCH, plan_news=NEWS, declined=DECLINE),
)
STORED: tuple[Frozen, ...] = (
    REQUEST,
    make.talent(),
    MATCH,
    MATCH.terms or REQUEST,
    DECLINE,
    PoolSettings(),
    Plan.model_validate_json((ROOT / "docs/examples/plan.json").read_bytes()),
    Problem.model_validate_json((ROOT / "docs/examples/problem.json").read_bytes()),
)
#: Fields that hold an enumeration, in facts that people state.
KINDS = [
    (FACTS_MADE[0], ("request", "lines", 0, "role")),
    (FACTS_MADE[0], ("request", "nature")),
    (FACTS_MADE[0], ("request", "status")),
    (FACTS_MADE[1], ("talent", "form")),
    (FACTS_MADE[1], ("talent", "roles", 0)),
    (FACTS_MADE[1], ("talent", "training_waiver")),
    (FACTS_MADE[2], ("verb",)),
    (FACTS_MADE[2], ("match", "state")),
]


def of_next_version(value: Any) -> Any:
    """The value as JSON, with a field nobody knows yet in every model in it."""
    if isinstance(value, BaseModel):
        dumped = value.model_dump(mode="json")
        fields = {
            name: of_next_version(getattr(value, name))
            if _holds_models(getattr(value, name))
            else dumped[name]
            for name in dumped
        }
        return fields | {NEXT: {"any": ["thing"]}}
    if isinstance(value, tuple | list):
        return [of_next_version(each) for each in value]
    return value


def _holds_models(value: Any) -> bool:
    if isinstance(value, tuple | list):
        return any(map(_holds_models, value))
    return isinstance(value, BaseModel)


def test_every_fact_is_tried() -> None:
    assert {type(fact) for fact in FACTS_MADE} == set(FACTS)


@pytest.mark.parametrize("value", FACTS_MADE + STORED, ids=lambda value: type(value).__name__)
def test_unknown_fields_at_every_depth_are_passed_over_by_us_and_refused_at_the_edge(
    value: Frozen,
) -> None:
    written = json.dumps(of_next_version(value))
    assert written.count(NEXT) >= 1

    assert type(value).read_kept(written) == value
    with pytest.raises(ValidationError) as refused:
        type(value).model_validate_json(written)

    said = [each for each in refused.value.errors() if each["type"] == "extra_forbidden"]
    assert len(said) == written.count(NEXT)


@pytest.mark.parametrize("fact", FACTS_MADE, ids=lambda fact: type(fact).__name__)
def test_a_fact_of_the_next_version_is_taken(fact: Fact) -> None:
    record = make.record(fact)
    value = json.dumps(of_next_version(fact)).encode()

    taken, dead = sort_out([_with(record, value)], {fact.topic: type(fact)})

    assert ([each.message.fact for each in taken], dead) == ([fact], [])


@pytest.mark.parametrize(("fact", "place"), KINDS, ids=lambda each: str(each)[:40])
def test_an_unknown_kind_is_of_a_newer_version(fact: Fact, place: tuple[str | int, ...]) -> None:
    document = json.loads(fact.model_dump_json())
    part = document
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = "of_a_next_version"

    _, [dead] = sort_out(
        [_with(make.record(fact), json.dumps(document).encode())], {fact.topic: type(fact)}
    )

    assert dead.why.code == "written_by_newer_version"
    assert dead.why.params["fields"] == (".".join(map(str, place)),)
    assert dead.record.value == json.dumps(document).encode()


def test_an_unknown_kind_beside_a_fault_is_a_fault() -> None:
    document = json.loads(FACTS_MADE[1].model_dump_json())
    document["talent"]["form"] = "of_a_next_version"
    document["talent"]["contract_from"] = "soon"

    _, [dead] = sort_out(
        [_with(make.record(FACTS_MADE[1]), json.dumps(document).encode())],
        {TalentStated.topic: TalentStated},
    )

    assert dead.why.code == "fact_malformed"


def _with(record: Any, value: bytes) -> Any:
    return type(record)(
        topic=record.topic,
        key=record.key,
        value=value,
        headers=record.headers,
        partition=0,
        offset=0,
    )
