"""`/pools/{pool_id}/comparisons`: what if; planned beside the live plan, and nothing is written."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import Field
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.exports.comparison_document import comparison_document
from application.queries.whatif import WhatIf
from application.scenarios.comparing import SECONDS
from matcher.whatif import Scenario
from matcher.whatif.compare import MOST
from models.accounts import AccountId
from models.frozen import Frozen
from models.phrase import Phrase
from web.api.bodies import body_of, entity
from web.api.callers import BEARER, Caller, TokenMay
from web.api.idempotency import IdempotencyKey, once
from web.api.problems import Failed
from web.api.schemas.comparisons import COMPARISON
from web.api.shapes import answers

router = APIRouter(
    prefix="/pools/{pool_id}/comparisons", tags=["what if"], dependencies=[Depends(BEARER)]
)
Asker = Annotated[Caller, Depends(TokenMay(Right.WHAT_IF))]

#: Seconds for an answer, those of comparisons before it included.
_PATIENCE = 90.0


class Scenarios(Frozen):
    """One to four scenarios, and how long each may be planned."""

    scenarios: Annotated[tuple[Scenario, ...], Field(min_length=1, max_length=MOST)]
    seconds: Annotated[float, Field(ge=0.1, le=SECONDS)] = SECONDS


@router.post(
    "",
    responses=answers(COMPARISON, 409, 413, 415),
    openapi_extra=body_of(Scenarios.model_json_schema()),
)
async def compare(caller: Asker, pool_id: str, key: IdempotencyKey = "") -> Response:
    """The live plan, and each scenario with its numbers and what would move.

    One comparison of a token at a time (409), and one of all callers (503 after a while).
    """
    body = await entity(caller.request, Scenarios)

    async def work() -> Response:
        asked = WhatIf(pool_id=caller.pool_id, scenarios=body.scenarios, seconds=body.seconds)
        comparisons, mine = caller.house.workspace.comparisons, AccountId(caller.token.token_id)
        if (known := comparisons.job(mine, caller.pool_id, "api")) and known.running:
            raise Failed(409, Phrase.of("whatif_under_way"))
        job = comparisons.begin(caller.session, mine, asked, "api")
        assert job.task is not None
        await asyncio.wait({job.task}, timeout=_PATIENCE)
        if job.failed:
            raise Failed(422, job.failed)
        if job.result is None:
            raise Failed(503, Phrase.of("api_comparison_late"), {"retry-after": "30"})
        return JSONResponse(comparison_document(job.result, caller.words))

    return await once(caller, work)
