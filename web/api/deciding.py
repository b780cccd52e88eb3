"""A decision about a match: what is sent, whose answer it may be, and what came of it."""

from typing import Any

from starlette.responses import JSONResponse, Response

from application.commands.decide import Decide, decide
from application.exports.match_document import match_document
from models.accounts import AccountRole, Grant
from models.match import ANSWERS, Decision, Match, Side
from models.phrase import Phrase
from web.api.bodies import fields, read_as, some_of
from web.api.callers import Caller
from web.api.etags import etag, seen
from web.api.idempotency import once
from web.api.problems import Failed
from web.api.receipts import receipt_document

_GIVEN = frozenset({"pool_id", "match_id", "seen_revision"})
#: What is sent: the verb, and what it needs.
DECISION = {**some_of(Decision.model_json_schema(), _GIVEN), "required": ["verb"]}
#: What is sent by a side that answers for itself alone.
ANSWER = {
    **some_of(Decision.model_json_schema(), _GIVEN | {"side", "since"}),
    "required": ["verb"],
}
ANSWER["properties"]["verb"] = {"enum": sorted(ANSWERS)}
#: Statuses of an operation that decides, besides the common ones.
PROBLEMS = (409, 412, 413, 415, 428)


async def decision(caller: Caller, match: Match, schema: dict[str, Any]) -> Response:
    """Record it, once. Raises Failed, Mistake, Stale."""
    body = await fields(caller.request, schema["properties"])
    if body.get("verb") not in schema["properties"]["verb"]["enum"]:
        raise Failed(422, Phrase.of("api_verb_not_theirs"))

    async def work() -> Response:
        ids = {"pool_id": match.pool_id, "match_id": match.match_id}
        said = read_as(Decision, {**body, **_of_grant(caller.token.grant, match, body), **ids})
        command = Decide(
            verb=said.verb,
            match_ids=(match.match_id,),
            pool_id=match.pool_id,
            side=said.side,
            municipality=said.municipality,
            reason=said.reason,
            months=said.months,
            since=said.since,
            seen=seen(caller.request),
        )
        decided = await decide(caller.session, command)
        after = decided.steps[0][1]
        document = receipt_document(decided.receipts[0]) | {"match": match_document(after)}
        return JSONResponse(document, headers=etag(after.revision))

    return await once(caller, work)


def _of_grant(grant: Grant, match: Match, body: dict[str, Any]) -> dict[str, Any]:
    """Whose answer it is, where the grant says it; else as it was sent."""
    if grant.role is AccountRole.TALENT:
        return {"side": Side.TALENT.value}
    if grant.role is not AccountRole.MUNICIPALITY:
        return {}
    own = [place for place in match.places if place in grant.municipalities]
    place = body.get("municipality") or (own[0] if len(own) == 1 else None)
    if place not in own:  # of several, it has to say for which one
        raise Failed(422, Phrase.of("api_answer_for_which"))
    # The only one answers for the whole request.
    return {
        "side": Side.MUNICIPALITY.value,
        "municipality": place if len(match.places) > 1 else None,
    }
