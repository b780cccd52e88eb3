"""Receipts as JSON, and what else is told of a posting."""

from typing import Any

from starlette.responses import JSONResponse, Response

from application.commands.amend import Amended
from application.commands.post import Posted
from producers.receipts import Receipt
from web.api.callers import Caller
from web.api.etags import etag


def receipt_document(receipt: Receipt) -> dict[str, Any]:
    """The ids by which a posting is followed."""
    return {
        "pool_id": receipt.pool_id,
        "subject": receipt.subject,
        "revision": receipt.revision,
        "event_id": str(receipt.event_id),
        "correlation_id": str(receipt.correlation_id),
    }


def posted_answer(caller: Caller, posted: Posted, where: str) -> Response:
    """201, at its address."""
    receipt = posted.receipts[0]
    warnings = [caller.words.say(w) for each in posted.warnings.values() for w in each]
    location = f"/api/v1{where}/{receipt.subject}"
    body = receipt_document(receipt) | {"warnings": warnings}
    return JSONResponse(body, 201, {"location": location})


def amended_answer(caller: Caller, amended: Amended) -> Response:
    """What has changed, and the revision that it has now."""
    changes = [caller.words.say(change.phrase) for change in amended.changes]
    done = receipt_document(amended.receipt) if amended.receipt else {}
    revision = amended.receipt.revision if amended.receipt else amended.before.revision
    return JSONResponse(done | {"changes": changes}, headers=etag(revision or 1))
