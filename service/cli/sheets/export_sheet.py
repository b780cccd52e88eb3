"""`export --what requests|talents`: what is known as a filled-in sheet, to change and import."""

from pathlib import Path

from application.session import ReadSession
from models.entities import RequestStatus, TalentStatus
from models.ids import PoolId
from models.months import Month
from producers.spreadsheets import Kind, request_rows, talent_rows, template
from producers.spreadsheets.filled import FilledRow
from service.cli.app import fail, out
from service.cli.frame.call_options import CallOptions
from service.cli.frame.printing import say_json
from service.cli.sheets.sheet_input import earliest


async def export_sheet(
    session: ReadSession, call: CallOptions, kind: Kind, file: Path, of: PoolId, *, names: bool
) -> None:
    """Write the open requests, or the talents in the pool; exit 1 where there are none.

    With `names` the file is personal data.
    """
    first, words = earliest(session.present), call.words
    # Months before it cannot be imported again, and stay as they are.
    rows = await _rows(session, call, kind, of, first, names=names)
    if not rows:
        fail(words("nothing_to_write", kind=kind, pool_id=of))
    template(
        kind,
        file,
        pool_id=of,
        first_month=first,
        places=session.places,
        lang=call.lang,
        rows=rows,
    )
    if call.as_json:
        document = {"files": [str(file)], "pool_id": of, "kind": kind, "rows": len(rows)}
        say_json(document)
        return
    command = call.command("import", str(file), "--pool", of, "--dry-run")
    for line in (
        words("rows_written", file=str(file), rows=len(rows)),
        f"  {words('when_it_is_changed', command=command)}",
    ):
        out.print(line, markup=False, soft_wrap=True)


async def _rows(
    session: ReadSession, call: CallOptions, kind: Kind, of: PoolId, first: Month, *, names: bool
) -> tuple[FilledRow, ...]:
    places, lang, reads = session.places, call.lang, session.reads
    if kind == "requests":
        requests = await reads.requests(of)
        still = [each for each in requests if each.status is RequestStatus.OPEN]
        return request_rows(still, first, places, lang, stamped=True)
    talents = await reads.talents(of)
    here = [each for each in talents if each.status is TalentStatus.ACTIVE]
    people = await reads.people(of) if names else ()
    return talent_rows(here, first, places, lang, people, stamped=True)
