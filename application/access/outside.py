"""Signing in with an organisation's own account: only people who have an account here enter.

Who somebody is, is issuer and subject. They are bound to an account once: by an invitation, by its
person who is signed in, or by a mail that the provider has verified and that is its login.
Other claims bind nothing, as whoever may choose theirs would enter as somebody else.
"""

import secrets
from datetime import datetime, timedelta
from uuid import uuid4

from application.access import tickets, tries
from application.access.browser_sessions import digest
from application.access.enrolment import LONGEST
from application.access.sign_in import Passed, passed
from application.ports import AccessStore, IdentityProvider
from models.accounts import Account, AccountId
from models.credentials import Credentials, TicketKind
from models.errors import Mistake
from models.identity import Outsider, Question
from models.text import clean
from models.text_folding import folded

#: How long the organisation's sign-in may take.
LASTS = timedelta(minutes=10)


async def ask(
    store: AccessStore,
    provider: IdentityProvider,
    *,
    path: str,
    invitation: str = "",
    account_id: str = "",
    address: str,
    now: datetime,
) -> tuple[str, str]:
    """Where the browser is sent; and the secret that it keeps until it comes back.

    `invitation`: the secret of a link by which somebody without an account gets one. `account_id`:
    of whoever is signed in, and wants to enter by it from now on. Raises TryAgain where the
    provider is away, LockedOut where one address asks again and again.
    """
    await tries.of_address(store, address, now, of="outside")
    nonce, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(48)
    invited = digest(invitation) if invitation else ""
    values = {
        "nonce": nonce,
        "verifier": verifier,
        "path": path,
        "invitation": invited,
        "account": account_id,
    }
    state = await tickets.put(store, TicketKind.OUTSIDE, now=now, lasts=LASTS, values=values)
    question = Question(state=state, nonce=nonce, verifier=verifier)
    return await provider.address(question), state


async def answered(
    store: AccessStore,
    provider: IdentityProvider,
    *,
    state: str,
    kept: str,
    code: str,
    signed_in: str,
    address: str,
    now: datetime,
) -> tuple[Passed, str]:
    """Who has come back, and to which page. `kept`: what this browser has of the question.

    `signed_in`: whose account it is in this browser, if anybody's. Raises Mistake where it is
    another browser's answer, or nobody who has an account here.
    """
    if not kept or not secrets.compare_digest(kept.encode(), state.encode()):
        raise Mistake("sign_in_begin_anew")
    ticket = await store.take_ticket(digest(state), TicketKind.OUTSIDE, now)
    if ticket is None:
        raise Mistake("sign_in_begin_anew")
    values = ticket.values
    question = Question(state=state, nonce=values["nonce"], verifier=values["verifier"])
    outsider = await provider.outsider(question, code)
    proof = await store.credentials_of_outside(outsider.subject)
    if own := values.get("account"):
        proof = await _connected(store, outsider, proof, AccountId(own), signed_in)
    elif proof is None:
        proof = await _bound(store, outsider, values["invitation"], now)
    account = await store.account(proof.account_id)
    if account is None or account.disabled:
        raise Mistake("outside_unknown")
    return await passed(store, account, proof, address=address, now=now), values["path"]


async def _connected(
    store: AccessStore, outsider: Outsider, known: Credentials | None, own: AccountId, here: str
) -> Credentials:
    """Whoever is signed in, and typed their password before, enters by it from now on."""
    if here != own:
        raise Mistake("sign_in_begin_anew")
    if known is not None and known.account_id != own:
        raise Mistake("outside_of_another")
    await store.amend_credentials(own, outside=outsider.subject)
    return await store.credentials(own)


async def _bound(
    store: AccessStore, outsider: Outsider, invitation: str, now: datetime
) -> Credentials:
    """The first time: the account that an invitation makes, else the one of a verified mail."""
    login = folded(outsider.login)
    if invitation:
        return await _invited(store, outsider, login, invitation, now)
    if not outsider.verified:
        raise Mistake("outside_unproved")
    account = await store.account_by_login(login)
    proof = await store.credentials(account.account_id) if account else None
    if account is None or proof is None or proof.outside:
        raise Mistake("outside_unknown")
    await store.amend_credentials(account.account_id, outside=outsider.subject)
    return proof


async def _invited(
    store: AccessStore, outsider: Outsider, login: str, invitation: str, now: datetime
) -> Credentials:
    ticket = await store.ticket(invitation)
    if ticket is None or not login or len(login) > LONGEST:
        raise Mistake("outside_unknown")
    name = clean(outsider.name).strip()[:LONGEST] or login
    made = Account(
        account_id=AccountId(uuid4().hex[:12]), login=login, name=name, grants=ticket.grants
    )
    proof = Credentials(account_id=made.account_id, outside=outsider.subject)
    if not await store.redeem(invitation, made, proof, now):
        raise Mistake("outside_unknown")
    return proof
