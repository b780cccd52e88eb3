"""An organisation's own sign-in, made from the settings."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from infra.settings import Settings
from models.errors import Mistake

if TYPE_CHECKING:
    from infra.identity_provider import OpenIdProvider


def identity_provider(settings: Settings, origin: str) -> "OpenIdProvider | None":
    """An organisation's own sign-in, where it is set. Raises Mistake where half of it is."""
    if not settings.oidc_issuer:
        return None
    from infra.identity_provider import OpenIdProvider  # noqa: PLC0415  # few have one

    file = settings.oidc_client_secret_file
    if not settings.oidc_client_id or file is None:
        raise Mistake("outside_half")
    issuer = urlsplit(settings.oidc_issuer)
    if issuer.scheme != "https" and issuer.hostname not in {"127.0.0.1", "::1", "localhost"}:
        raise Mistake("outside_issuer_plain")
    try:
        secret = file.read_text(encoding="utf-8").strip("\r\n")
    except OSError as error:
        raise Mistake("outside_secret_unreadable", error=error.strerror) from None
    return OpenIdProvider(
        issuer=settings.oidc_issuer,
        client_id=settings.oidc_client_id,
        client_secret=secret,
        claim=settings.oidc_claim,
        redirect=f"{origin}/sign-in/outside/back",
    )
