"""`withdraw request` and `withdraw talent`: hours become free, and the pool is planned anew."""

from collections.abc import Sequence
from typing import Annotated

import typer

from application.choosing import pool
from application.commands.withdraw import (
    WithdrawRequests,
    WithdrawTalents,
    withdraw_requests,
    withdraw_talents,
)
from application.session import Session
from models.ids import RequestId, TalentId
from producers.receipts import Receipt
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import writes
from service.cli.frame.common_options import POOL, waiting_at_most
from service.cli.frame.receipts import Answer, give


@writes(POOL, *waiting_at_most(30))
async def withdraw_request(
    session: Session,
    call: CallOptions,
    *,
    request_id: Annotated[list[str], typer.Argument(metavar="REQUEST...", help="Request ids.")],
) -> None:
    """Withdraw requests: their matches end, and the hours are free for others.

    支援要請を取り下げます。割り当てた時間は他の要請に回ります。

    \b
    Example: talentpool withdraw request R-100 --pool 20
    """
    pool_id = await pool(call.pool, session.reads, session.places)
    ids = tuple(map(RequestId, request_id))
    receipts = await withdraw_requests(session, WithdrawRequests(pool_id=pool_id, ids=ids))
    await _say(session, call, "request", "open", receipts)


@writes(POOL, *waiting_at_most(30))
async def withdraw_talent(
    session: Session,
    call: CallOptions,
    *,
    talent_id: Annotated[list[str], typer.Argument(metavar="TALENT...", help="Talent ids.")],
) -> None:
    """Talents leave the pool: their matches end, and their lines are planned anew.

    人材を離任にします。担当していた要請枠は計画し直されます。

    \b
    Example: talentpool withdraw talent T-10 --pool 20
    """
    pool_id = await pool(call.pool, session.reads, session.places)
    ids = tuple(map(TalentId, talent_id))
    receipts = await withdraw_talents(session, WithdrawTalents(pool_id=pool_id, ids=ids))
    await _say(session, call, "talent", "active", receipts)


async def _say(
    session: Session, call: CallOptions, kind: str, before: str, receipts: Sequence[Receipt]
) -> None:
    answer = Answer(
        headline=call.words(f"{kind}_withdrawn", ids=tuple(r.subject for r in receipts)),
        receipts=receipts,
        undo=[
            call.command("amend", kind, r.subject, "--pool", r.pool_id, "--set", f"status={before}")
            for r in receipts
        ],
        undo_note=call.words("ended_matches_stay"),
    )
    await give(session, answer, call)
