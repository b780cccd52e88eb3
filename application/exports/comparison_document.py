"""The comparison of scenarios as JSON: hours as decimals, nobody named."""

from collections.abc import Sequence
from typing import Any

from application.queries.whatif import Compared
from matcher.whatif.compare import Outcome
from models.hours import hours_number
from wording import Words, explain

#: How the scenarios are called.
LETTERS = "ABCD"


def comparison_document(
    compared: Compared, words: Words, commands: Sequence[Sequence[str]] | None = None
) -> dict[str, Any]:
    """The live plan, and each scenario; with the `commands` that make it real, where given."""
    found = compared.found
    return {
        "pool_id": compared.pool_id,
        "name": f"{compared.pool_id} {words.shown('pool', compared.pool_id)}",
        "changed": False,
        "live_is_current": found.is_current,
        "live": _outcome(words, found.live),
        "scenarios": [
            {
                "letter": letter,
                "scenario": each.scenario.model_dump(mode="json") if each.scenario else None,
                **_outcome(words, each),
                **({} if commands is None else {"commands": list(commands[at])}),
            }
            for at, (letter, each) in enumerate(zip(LETTERS, found.outcomes, strict=False))
        ],
    }


def _outcome(words: Words, each: Outcome) -> dict[str, Any]:
    numbers = each.measures.model_dump(mode="json")
    plan = each.plan
    return {
        "status": plan.status.value,
        "score": plan.score,
        "score_from": "live_plan",
        "score_compares": each.same_weights,
        "bound": plan.bound,
        "served_hours": numbers["served"],
        "asked_hours": numbers["asked"],
        "municipalities": numbers["municipalities"],
        "municipalities_in_first_tier": numbers["in_tier"],
        "municipalities_asking": numbers["asking"],
        "roles": [
            {
                "role": of["role"],
                "people": of["people"],
                "served_hours": of["served"],
                "asked_hours": of["asked"],
            }
            for of in numbers["roles"]
        ],
        "assignments": numbers["assignments"],
        "unmet_lines": numbers["unmet_lines"],
        "added_hours": hours_number(each.added),
        "moved": each.moved.model_dump(mode="json")["changes"],
        "moved_kinds": {kind.value: count for kind, count in each.moved.counts},
        "moved_text": explain.summary(words, each.moved),
        "unmet": [
            {"line_id": u.line_id, "hours": hours_number(u.hours), "cause": u.cause.value}
            for u in plan.unmet
        ],
    }
