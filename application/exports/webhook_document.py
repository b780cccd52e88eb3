"""A webhook as JSON; its secret only where it was just made."""

from typing import Any

from models.webhooks import Webhook


def webhook_document(webhook: Webhook, *, with_secret: bool = False) -> dict[str, Any]:
    """Where events go, and how the last tries went."""
    return webhook.model_dump(mode="json", exclude=None if with_secret else {"secret"})
