"""A plan carries facts: no sentence in it, and one that was kept with sentences is read."""

import json
from pathlib import Path

import pytest

from matcher.explain import explain
from matcher.plan import Plan
from matcher.roster.greedy import greedy
from tests.matcher.some_problems import plan_of, some_problem
from tests.wording.said import said
from wording.explain.documents import unmet_document, why_document
from wording.words import Words

BEFORE = Path(__file__).parents[2] / "data" / "plan_with_sentences.json"


@pytest.mark.parametrize("seed", range(6))
def test_nothing_in_the_json_of_a_plan_is_in_any_language(seed: int) -> None:
    some = some_problem(seed)
    plan = explain(some, plan_of(some, greedy(some)))
    whole = plan.model_dump_json()

    assert plan.unmet or plan.why
    assert whole.isascii()
    assert ". " not in whole
    assert "text" not in whole


def test_everything_said_is_said_again_of_a_plan_that_was_kept() -> None:
    """The same sentences from what was written down without defaults."""
    some = some_problem(7, requests=8)
    plan = explain(some, plan_of(some, greedy(some)))
    kept = Plan.model_validate_json(plan.model_dump_json(exclude_defaults=True))

    assert kept == plan
    for row, again in zip(plan.unmet, kept.unmet, strict=True):
        assert said(row) == said(again)
    for why, again in zip(plan.why, kept.why, strict=True):  # type: ignore[assignment]
        assert said(why, "en") == said(again, "en")


def test_a_plan_kept_with_its_sentences_is_read_without_them() -> None:
    text = BEFORE.read_text(encoding="utf-8")
    assert "text_ja" in text

    plan = Plan.model_validate_json(text)

    assert plan.assignments
    assert "text" not in plan.model_dump_json()
    for fact in (*plan.unmet, *plan.why, *plan.unmet[0].enough, *plan.why[0].why_not):
        assert said(fact)  # type: ignore[arg-type]
        assert said(fact, "en")  # type: ignore[arg-type]


def test_a_document_with_sentences_beside_its_facts_is_read_as_the_facts() -> None:
    some = some_problem(7, requests=8)
    plan = explain(some, plan_of(some, greedy(some)))
    words = Words("en")
    document = plan.model_dump(mode="json") | {
        "unmet": [unmet_document(words, row) for row in plan.unmet],
        "why": [why_document(words, why) for why in plan.why],
    }

    assert document["unmet"][0]["text"].endswith(".")
    assert Plan.model_validate_json(json.dumps(document)) == plan
