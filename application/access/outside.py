"""Signing in with an organisation's own account: only people who have an account here enter.

The claim names the account by its login. At the first sign-in the organisation's account is bound
to it by its subject, so that nobody who gets the same name later gets in.
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
    address: str,
    now: datetime,
) -> tuple[str, str]:
    """Where the browser is sent; and the secret that it keeps until it comes back.

    `invitation`: the secret of a link by which somebody without an account gets one. Raises
    TryAgain where the provider is away, LockedOut where one address asks again and again.
    """
    await tries.of_address(store, address, now, of="outside")
    nonce, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(48)
    invited = digest(invitation) if invitation else ""
    values = {"nonce": nonce, "verifier": verifier, "path": path, "invitation": invited}
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
    address: str,
    now: datetime,
) -> tuple[Passed, str]:
    """Who has come back, and to which page. `kept`: what this browser has of the question.

    Raises Mistake where it is another browser's answer, or nobody who has an account here.
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
    if proof is None:
        proof = await _bound(store, outsider, values["invitation"], now)
    account = await store.account(proof.account_id)
    if account is None or account.disabled:
        raise Mistake("outside_unknown")
    return await passed(store, account, proof, address=address, now=now), values["path"]


async def _bound(
    store: AccessStore, outsider: Outsider, invitation: str, now: datetime
) -> Credentials:
    """The first time: the account of that login, else the one that the invitation makes."""
    login = folded(outsider.login)
    account = await store.account_by_login(login)
    if account is not None:
        proof = await store.credentials(account.account_id)
        if proof.outside:
            raise Mistake("outside_unknown")
        await store.amend_credentials(account.account_id, outside=outsider.subject)
        return proof
    ticket = await store.ticket(invitation) if invitation else None
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
