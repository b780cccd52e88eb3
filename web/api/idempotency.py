"""`Idempotency-Key`: the same request sent twice is done once, and answered twice the same.

After the draft `The Idempotency-Key HTTP Header Field` of the IETF's HTTPAPI group.
"""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Annotated

from fastapi import Header
from starlette.responses import Response

from models.api_tokens import KeptReply
from models.phrase import Phrase
from web.api.callers import Caller
from web.api.problems import Failed

#: For the OpenAPI document; read by `once`.
IdempotencyKey = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        max_length=200,
        description="The same request with the same key is done once, for a day.",
    ),
]
#: So long an answer is kept.
KEPT = timedelta(hours=24)
_MOST = 200


async def once(caller: Caller, work: Callable[[], Awaitable[Response]]) -> Response:
    """Do the work, unless its key was used: then what was answered. Without a key: do it.

    Raises Failed: 422 where the key was used for something else, 409 while the first is at work.
    """
    key = caller.request.headers.get("idempotency-key", "")
    if not key:
        return await work()
    if len(key) > _MOST or not key.isprintable():
        raise Failed(400, Phrase.of("api_key_wrong", most=_MOST))
    api, now, token_id = caller.house.api, caller.house.now(), caller.token.token_id
    asked = _digest(caller)
    await api.forget_replies(now - KEPT)
    known = await api.claim_reply(token_id, key, KeptReply(asked=asked, time=now))
    if known is not None:
        return _again(known, asked)
    try:
        response = await work()
    except BaseException:
        await api.drop_reply(token_id, key)
        raise
    reply = KeptReply(
        asked=asked,
        status=response.status_code,
        headers={n: v for n, v in response.headers.items() if n in {"location", "etag"}},
        body=bytes(response.body).decode(),
        time=now,
    )
    await api.put_reply(token_id, key, reply)
    return response


def _again(known: KeptReply, asked: str) -> Response:
    if known.asked != asked:
        raise Failed(422, Phrase.of("api_key_used"))
    if known.status is None:
        raise Failed(409, Phrase.of("api_key_at_work"))
    headers = {**known.headers, "idempotency-replayed": "true"}
    return Response(known.body, known.status, headers, media_type="application/json")


def _digest(caller: Caller) -> str:
    request = caller.request
    said = f"{request.method} {request.url.path}?{request.url.query}\n".encode()
    return hashlib.sha256(said + getattr(request.state, "body", b"")).hexdigest()
