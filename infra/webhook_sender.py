"""Messages to webhooks over HTTP: no redirects, ten seconds, and nothing of the answer is read."""

import asyncio
from functools import cached_property

import httpx

from models.errors import Rejected, TryAgain

#: Seconds of one try, all in all.
SECONDS = 10.0
_GONE = 410


class WebhookSender:
    """One client for all receivers, made for the first message; close it."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds

    @cached_property
    def _client(self) -> httpx.AsyncClient:
        # Whatever proxy or credentials the environment names are not meant for receivers. To read
        # the authorities that browsers trust takes longer than all else of a service's start.
        return httpx.AsyncClient(
            timeout=self._seconds,
            follow_redirects=False,
            trust_env=False,
            limits=httpx.Limits(max_connections=None),
        )

    async def __call__(self, url: str, headers: dict[str, str], body: bytes) -> None:
        """Raises TryAgain where it was not taken, Rejected where the receiver is gone for good."""
        client = self._client
        try:
            async with (
                asyncio.timeout(self._seconds),
                client.stream("POST", url, headers=headers, content=body) as answer,
            ):
                status = answer.status_code
        except TimeoutError:
            raise TryAgain("webhook_no_answer") from None
        except (httpx.HTTPError, httpx.InvalidURL):
            raise TryAgain("webhook_not_reached") from None
        if status == _GONE:
            raise Rejected("webhook_gone")
        if not 200 <= status < 300:
            raise TryAgain("webhook_not_taken")

    async def close(self) -> None:
        """Let every connection go."""
        if "_client" in vars(self):
            await self._client.aclose()
