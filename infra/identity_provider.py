"""An organisation's own sign-in (OpenID Connect), asked over HTTP: authorization code with PKCE."""

import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import httpx
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from models.errors import Mistake, TryAgain
from models.identity import Outsider, Question
from models.log import log

#: Signatures with the provider's public key; nothing that a client secret or nobody could make.
_SIGNATURES = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA")
_SECONDS, _LEEWAY, _KEPT = 10.0, 60, 3600.0


@dataclass(kw_only=True)
class OpenIdProvider:
    """One provider; what it says of itself is read when it is first needed, kept for an hour."""

    issuer: str
    client_id: str
    client_secret: str
    claim: str  #: which claim names the account
    redirect: str  #: where browsers come back to
    _about: dict[str, Any] = field(default_factory=dict)
    _read: float = 0.0

    async def address(self, question: Question) -> str:
        """Where the browser is sent to be asked. Raises TryAgain where the provider is away."""
        about = await self._metadata()
        query = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": self.redirect,
            "scope": "openid profile email",
            "state": question.state,
            "nonce": question.nonce,
            "code_challenge": create_s256_code_challenge(question.verifier),
            "code_challenge_method": "S256",
        }
        joint = "&" if "?" in about["authorization_endpoint"] else "?"
        return f"{about['authorization_endpoint']}{joint}{urlencode(query)}"

    async def outsider(self, question: Question, code: str) -> Outsider:
        """Who it is, by the code that the browser brought back.

        Raises Mistake where the answer is not the provider's or not to our question, TryAgain
        where the provider is away.
        """
        about = await self._metadata()
        token = await self._exchange(about, question, code)
        claims = await self._verified(about, token)
        # Whoever plants an answer of another sign-in has another nonce.
        if claims.get("nonce") != question.nonce:
            raise Mistake("outside_refused")
        login = claims.get(self.claim)
        if not isinstance(login, str) or not login:
            raise Mistake("outside_nameless", claim=self.claim)
        return Outsider(
            subject=f"{self.issuer}|{claims['sub']}",
            login=login,
            # Who they are is issuer and subject alone (OpenID Connect Core 5.7): any other claim
            # may be chosen, or be given to somebody else. A mail was proved where it says so.
            verified=self.claim == "email" and claims.get("email_verified") is True,
            name=str(claims.get("name", "")),
        )

    async def _exchange(self, about: dict[str, Any], question: Question, code: str) -> str:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.redirect,
            "code_verifier": question.verifier,
        }
        answer = await self._asked(
            "POST",
            about["token_endpoint"],
            data=form,
            auth=httpx.BasicAuth(self.client_id, self.client_secret),
        )
        token = answer.get("id_token")
        if not isinstance(token, str):
            raise Mistake("outside_refused")
        return token

    async def _verified(self, about: dict[str, Any], token: str) -> dict[str, Any]:
        told: Any = await self._asked("GET", about["jwks_uri"])
        keys = KeySet.import_key_set(told)
        registry = jwt.JWTClaimsRegistry(
            now=lambda: int(time.time()),
            leeway=_LEEWAY,
            iss={"essential": True, "value": self.issuer},
            aud={"essential": True, "value": self.client_id},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
        )
        try:
            claims = jwt.decode(token, keys, algorithms=list(_SIGNATURES)).claims
            registry.validate(claims)
        except (JoseError, ValueError, KeyError) as error:
            # Its text may quote the token, which names a person.
            log.warning("web.outside_refused", reason=type(error).__name__)
            raise Mistake("outside_refused") from None
        if claims.get("azp", self.client_id) != self.client_id:
            raise Mistake("outside_refused")
        return dict(claims)

    async def _metadata(self) -> dict[str, Any]:
        if not self._about or time.monotonic() - self._read > _KEPT:
            address = f"{self.issuer.rstrip('/')}/.well-known/openid-configuration"
            about = await self._asked("GET", address)
            # Another issuer's description would send people, and our secret, elsewhere.
            if about.get("issuer") != self.issuer:
                log.error("web.outside_refused", reason="issuer")
                raise Mistake("outside_refused")
            self._about, self._read = about, time.monotonic()
        return self._about

    async def _asked(self, method: str, address: str, **more: Any) -> dict[str, Any]:
        try:
            async with httpx.AsyncClient(timeout=_SECONDS, follow_redirects=False) as client:
                answer = await client.request(method, address, **more)
        except httpx.HTTPError as error:
            log.warning("web.outside_away", reason=type(error).__name__)
            raise TryAgain("outside_away") from None
        if answer.status_code >= 500:
            log.warning("web.outside_away", reason=str(answer.status_code))
            raise TryAgain("outside_away")
        try:
            found = answer.json()
        except ValueError:
            found = None
        if answer.status_code != 200 or not isinstance(found, dict):
            log.warning("web.outside_refused", reason=str(answer.status_code))
            raise Mistake("outside_refused")
        return found
