"""`export --what requests|talents`: what is known as a filled-in sheet, to change and import."""

from pathlib import Path

from models.entities import RequestStatus, TalentStatus
from models.ids import PoolId
from models.months import Month, month_of
from producers.spreadsheets import Kind, request_rows, talent_rows, template
from producers.spreadsheets.filled import FilledRow
from service.cli.app import fail, out
from service.cli.choosing import pool
from service.cli.frame.printing import say_json
from service.cli.frame.write_session import CallOptions, write_session
from service.cli.sheets.sheet_input import earliest
from service.wiring import Parts


async def export_sheet(
    kind: Kind, file: Path, pool_: str | None, call: CallOptions, *, names: bool
) -> None:
    """Write the open requests, or the talents in the pool; exit 1 where there are none.

    With `names` the file is personal data.
    """
    async with write_session(call) as parts:
        of = await pool(pool_, parts.store, parts.places)
        first = earliest(month_of(parts.now().date()))
        # Months before it cannot be imported again, and stay as they are.
        rows = await _rows(kind, of, first, parts, call, names=names)
        if not rows:
            _say_nothing(kind, of, call)
        template(
            kind,
            file,
            pool_id=of,
            first_month=first,
            places=parts.places,
            lang=call.lang,
            rows=rows,
        )
    if call.as_json:
        document = {"files": [str(file)], "pool_id": of, "kind": kind, "rows": len(rows)}
        say_json(document)
        return
    command = call.command("import", str(file), "--pool", of, "--dry-run")
    for line in (
        call.say(f"✓ {file} に{len(rows)}行を書き出しました。", f"✓ Wrote {len(rows)} rows."),
        call.say(f"  直したら: {command}", f"  when it is changed: {command}"),
    ):
        out.print(line, markup=False, soft_wrap=True)


async def _rows(
    kind: Kind, of: PoolId, first: Month, parts: Parts, call: CallOptions, *, names: bool
) -> tuple[FilledRow, ...]:
    places, lang = parts.places, call.lang
    if kind == "requests":
        requests = await parts.store.requests(of)
        still = [each for each in requests if each.status is RequestStatus.OPEN]
        return request_rows(still, first, places, lang, stamped=True)
    talents = await parts.store.talents(of)
    here = [each for each in talents if each.status is TalentStatus.ACTIVE]
    people = await parts.store.people(of) if names else ()
    return talent_rows(here, first, places, lang, people, stamped=True)


def _say_nothing(kind: Kind, of: str, call: CallOptions) -> None:
    word = "支援要請" if kind == "requests" else "人材"
    fail(
        call.say(
            f"プール{of}に書き出す{word}がありません。"
            f"空の表は talentpool template {kind} {kind}.xlsx --pool {of} で作れます。",
            f"Pool {of} has no {kind} to write. For an empty sheet: "
            f"talentpool template {kind} {kind}.xlsx --pool {of}",
        )
    )
