"""`withdraw request` and `withdraw talent`: hours become free, and the pool is planned anew."""

from collections.abc import Sequence
from typing import Annotated, Literal

import typer

from models.ids import PoolId, RequestId, TalentId
from service.cli.app import (
    DatabaseOption,
    JsonOption,
    KafkaOption,
    LangOption,
    PoolOption,
    run,
)
from service.cli.choosing import pool
from service.cli.receipts import Answer, give
from service.cli.write_session import CallOptions, DeadlineOption, WaitOption, write_session


def withdraw_request(
    *,
    request_id: Annotated[list[str], typer.Argument(metavar="REQUEST...", help="Request ids.")],
    pool_: PoolOption = None,
    wait: WaitOption = False,
    deadline: DeadlineOption = 30.0,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """Withdraw requests: their matches end, and the hours are free for others.

    支援要請を取り下げます。割り当てた時間は他の要請に回ります。

    \b
    Example: talentpool withdraw request R-100 --pool 20
    """
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )
    run(_withdraw("request", request_id, pool_, call))


def withdraw_talent(
    *,
    talent_id: Annotated[list[str], typer.Argument(metavar="TALENT...", help="Talent ids.")],
    pool_: PoolOption = None,
    wait: WaitOption = False,
    deadline: DeadlineOption = 30.0,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """Talents leave the pool: their matches end, and their lines are planned anew.

    人材を離任にします。担当していた要請枠は計画し直されます。

    \b
    Example: talentpool withdraw talent T-10 --pool 20
    """
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )
    run(_withdraw("talent", talent_id, pool_, call))


async def _withdraw(
    kind: Literal["request", "talent"], ids: Sequence[str], given: str | None, call: CallOptions
) -> None:
    async with write_session(call) as parts:
        pool_id = PoolId(await pool(given, parts.store, parts.places))
        if kind == "request":
            receipts = await parts.desk.withdraw_requests(pool_id, [RequestId(i) for i in ids])
            back = "status=open"
        else:
            receipts = await parts.desk.withdraw_talents(pool_id, [TalentId(i) for i in ids])
            back = "status=active"
        named = ", ".join(receipt.subject for receipt in receipts)
        note = call.say(
            "終わったマッチは戻りません。元に戻すと、改めて計画されます。",
            "Ended matches do not come back: after an undo the pool is planned anew.",
        )
        await give(
            parts,
            Answer(
                headline=call.say(
                    f"✓ 支援要請 {named} を取り下げました。"
                    if kind == "request"
                    else f"✓ 人材 {named} を離任にしました。",
                    f"✓ Withdrew {kind} {named}.",
                ),
                receipts=receipts,
                undo=[
                    call.command("amend", kind, r.subject, "--pool", pool_id, "--set", back)
                    for r in receipts
                ],
                undo_note=note,
            ),
            call,
        )
