"""A pool as JSON."""

from typing import Any

from application.exports.plan_document import totals_document
from application.views.pools import PoolView
from wording import amounts
from wording.words import Words


def pool_document(view: PoolView, words: Words) -> dict[str, Any]:
    """A pool in one line: counts, and the totals of its plan where there is one."""
    totals = view.totals
    return {
        "pool_id": view.pool_id,
        "name": amounts.pool(words.reader, view.pool_id),
        "sample": view.sample,
        "requests": view.requests,
        "talents": view.talents,
        "plan": totals_document(totals) if totals else None,
        "unmet_lines": len(totals.plan.unmet) if totals else None,
        "failure": view.failure.model_dump(mode="json") if view.failure else None,
        "requests_outside": view.requests_outside if totals else None,
    }
