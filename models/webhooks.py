"""Webhooks: where a pool's match events are sent, and how each message is signed."""

import base64
import hashlib
import hmac
from datetime import datetime
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, StringConstraints

from models.frozen import Frozen
from models.ids import ActorField, PoolIdField
from models.match import MatchState

#: Names of this machine: there alone a receiver may do without encryption.
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
#: Before a secret, as the Standard Webhooks specification writes it.
SECRET_PREFIX = "whsec_"  # noqa: S105

Url = Annotated[str, StringConstraints(min_length=1, max_length=500)]


class Webhook(Frozen):
    """A receiver of a pool's match events, and how the last tries went."""

    webhook_id: str
    pool_id: PoolIdField
    url: Url
    kinds: Annotated[tuple[MatchState, ...], Field(max_length=len(MatchState))] = ()  #: none: all
    secret: str  #: whoever receives checks signatures with the same
    made_by: ActorField
    made: datetime
    tries: int = 0  #: in vain, in a row
    failing_since: datetime | None = None
    next_try: datetime | None = None
    delivered: datetime | None = None  #: the last one
    ended: datetime | None = None  #: nothing is sent from here on
    note: str = ""  #: code of why it ended or last failed

    def wants(self, state: MatchState) -> bool:
        """Whether an event with this state is sent to it."""
        return self.ended is None and (not self.kinds or state in self.kinds)


def fault_of(url: str, hosts: tuple[str, ...]) -> str | None:
    """The code of why nothing may be sent to this address; none where it may be."""
    try:
        parts = urlsplit(url)
        host, scheme, _ = (parts.hostname or "").lower(), parts.scheme, parts.port
    except ValueError:
        return "webhook_url_wrong"
    if not url.isascii() or not url.isprintable() or " " in url:
        return "webhook_url_wrong"
    if scheme not in {"http", "https"} or not host or parts.username or parts.fragment:
        return "webhook_url_wrong"
    if host not in hosts:
        return "webhook_host_not_allowed"
    if scheme != "https" and host not in _LOOPBACK:
        return "webhook_not_encrypted"
    return None


def signature(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """`v1,…` of the Standard Webhooks specification: HMAC-SHA256 over id, time and body."""
    key = base64.b64decode(secret.removeprefix(SECRET_PREFIX))
    signed = f"{message_id}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


class WebhookPost(Frozen):
    """A message on its way to one receiver."""

    webhook_id: str
    message_id: str  #: the id of the event: a repeat is recognised by it
    place: int  #: offset of the event: those of a pool lie in one partition
    body: str
