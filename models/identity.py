"""Signing in over an organisation's own accounts: what is asked, and what is answered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of the provider: three secrets of one sign-in."""

    state: str  #: brought back by the browser
    nonce: str  #: brought back in the signed answer
    verifier: str  #: shown when the code is exchanged (PKCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outsider:
    """Who it is, as the provider says."""

    subject: str  #: issuer and subject: never given to another person
    login: str  #: what the claim says that names the account here
    verified: bool  #: whether the provider vouches that it is theirs: a mail that it has verified
    name: str  #: of the person, where the provider tells it
