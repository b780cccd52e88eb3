"""`export --what requests|talents`: what is known as a filled-in sheet, to change and import."""

from pathlib import Path

from application.queries.filled_sheet import earliest, filled_rows
from application.session import ReadSession
from models.ids import PoolId
from producers.spreadsheets import Kind, template
from service.cli.app import fail, out
from service.cli.frame.call_options import CallOptions
from service.cli.frame.printing import say_json


async def export_sheet(
    session: ReadSession, call: CallOptions, kind: Kind, file: Path, of: PoolId, *, names: bool
) -> None:
    """Write the open requests, or the talents in the pool; exit 1 where there are none.

    With `names` the file is personal data.
    """
    first, words = earliest(session.present), call.words
    rows = await filled_rows(session, kind, of, call.lang, names=names)
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
