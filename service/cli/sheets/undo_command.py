"""`undo`: takes back what an import changed, and nothing that was changed after it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from models.entities import Person, Request, RequestStatus, Talent, TalentStatus
from models.ids import PoolId, RequestId, TalentId
from producers.desk import Receipt
from service.cli.app import DatabaseOption, JsonOption, KafkaOption, LangOption, run
from service.cli.frame.receipts import Answer, give
from service.cli.frame.write_session import (
    CallOptions,
    DeadlineOption,
    DryRunOption,
    WaitOption,
    write_session,
)
from service.cli.sheets.undo_file import Undoing, read_undo
from service.wiring import Parts

E = TypeVar("E", Request, Talent)


def undo(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="The file that a large import wrote, as it says."),
    ],
    *,
    dry_run: DryRunOption = False,
    wait: WaitOption = False,
    deadline: DeadlineOption = 60.0,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """Take back what an import changed; what was changed after it stays.

    取り込みで変わったところを元に戻します。そのあとに変わったものはそのままにして、挙げます。

    \b
    Example: talentpool undo requests.undo.json --dry-run
    """
    undoing = read_undo(file)
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )

    async def work() -> None:
        async with write_session(call) as parts:
            await _undo(parts, undoing, call, dry_run=dry_run)

    run(work())


async def _undo(parts: Parts, undoing: Undoing, call: CallOptions, *, dry_run: bool) -> None:
    pool_id = PoolId(undoing.pool_id)
    requests: list[Request] = []
    talents: list[Talent] = []
    people: list[Person] = []
    left: list[str] = []
    for request in undoing.requests:
        now = await parts.store.request(pool_id, RequestId(request.request_id))
        if now is None or now.revision != request.revision:
            left.append(request.request_id)
        else:
            gone = now.model_copy(update={"status": RequestStatus.WITHDRAWN})
            requests.append(_again(request.before or gone, now))
    for talent in undoing.talents:
        here = await parts.store.talent(pool_id, TalentId(talent.talent_id))
        if here is None or here.revision != talent.revision:
            left.append(talent.talent_id)
        else:
            away = here.model_copy(update={"status": TalentStatus.LEFT})
            talents.append(_again(talent.before or away, here))
    for person in undoing.people:
        known = await parts.store.person(pool_id, person.talent_id)
        if person.before is None or known != person.after:
            left.append(call.say(f"{person.talent_id} の氏名", f"name of {person.talent_id}"))
        else:
            people.append(person.before)
    receipts: Sequence[Receipt] = ()
    await parts.desk.examine(requests, talents)
    if not dry_run and (requests or talents or people):
        receipts = await parts.desk.post(requests, talents, people)
    done = [
        *(each.request_id for each in requests),
        *(each.talent_id for each in talents),
        *(call.say(f"{p.talent_id} の氏名・連絡先", f"contact of {p.talent_id}") for p in people),
    ]
    await give(
        parts.session(),
        Answer(
            headline=_headline(len(done), len(left), call, dry_run=dry_run),
            details=_details(done, left, call),
            receipts=receipts,
            more={"dry_run": dry_run, "undone": done, "left": left},
        ),
        call,
    )
    if left:
        raise typer.Exit(1)


def _again(before: E, now: E) -> E:
    """What stood before, said anew."""
    return before.model_copy(update={"revision": now.revision + 1})


def _headline(done: int, left: int, call: CallOptions, *, dry_run: bool) -> str:
    ja, en = f"{done}件を元に戻し", f"{done} taken back"
    if dry_run:
        ja, en = f"{done}件が元に戻り", f"{done} would be taken back"
    return call.say(f"{ja}ます（そのまま {left}件）。", f"{en}, {left} left as they are.")


def _details(done: Sequence[str], left: Sequence[str], call: CallOptions) -> list[str]:
    lines = []
    if done:
        lines.append(call.say(f"元に戻す {'、'.join(done)}", f"taken back: {', '.join(done)}"))
    if left:
        names = (call.say("、", ", ")).join(left)
        lines.append(
            call.say(
                f"△ そのまま {names}：取り込みのあとに変わったか、前には何もありませんでした。",
                f"△ left: {names}: changed after the import, or nothing was there before it.",
            )
        )
    return lines
