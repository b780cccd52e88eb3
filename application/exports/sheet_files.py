"""Files that the pages hand out: made in a folder that is gone afterwards."""

import asyncio
import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from application.exports.workbook import export_plan, write_csv
from application.queries.filled_sheet import earliest, filled_rows
from application.queries.plan import plan_of
from application.session import ReadSession
from models.errors import Absent
from models.ids import PoolId
from producers.spreadsheets import Kind, template
from wording.words import Words


async def plan_file(session: ReadSession, pool_id: PoolId, words: Words, *, names: bool) -> bytes:
    """The plan as a workbook. Raises Absent where there is none."""
    view = await plan_of(session, pool_id, names=names)
    if view is None:
        raise Absent("no_plan_to_take", pool_id=pool_id)

    def made() -> bytes:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "plan.xlsx"
            export_plan(file, view, words)
            return file.read_bytes()

    return await asyncio.to_thread(made)


async def plan_csv(session: ReadSession, pool_id: PoolId, words: Words, *, names: bool) -> bytes:
    """The same tables as CSV files, zipped. Raises Absent where there is no plan."""
    view = await plan_of(session, pool_id, names=names)
    if view is None:
        raise Absent("no_plan_to_take", pool_id=pool_id)

    def made() -> bytes:
        packed = io.BytesIO()
        with (
            TemporaryDirectory() as folder,
            zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as z,
        ):
            for file in write_csv(Path(folder) / "csv", view, words):
                z.write(file, file.name)
        return packed.getvalue()

    return await asyncio.to_thread(made)


async def sheet_file(
    session: ReadSession, kind: Kind, pool_id: PoolId, words: Words, *, names: bool
) -> bytes:
    """What is known, to be changed and imported again. Raises Absent where there is nothing."""
    rows = await filled_rows(session, kind, pool_id, words.lang, names=names)
    if not rows:
        raise Absent("nothing_to_take", kind=kind, pool_id=pool_id)
    first = earliest(session.present)

    def made() -> bytes:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "sheet.xlsx"
            template(
                kind,
                file,
                pool_id=pool_id,
                first_month=first,
                places=session.places,
                lang=words.lang,
                rows=rows,
            )
            return file.read_bytes()

    return await asyncio.to_thread(made)


async def template_file(session: ReadSession, kind: Kind, pool_id: PoolId, words: Words) -> bytes:
    """An empty sheet to fill in, from this month on."""

    def made() -> bytes:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "sheet.xlsx"
            template(
                kind,
                file,
                pool_id=pool_id,
                first_month=session.present,
                places=session.places,
                lang=words.lang,
            )
            return file.read_bytes()

    return await asyncio.to_thread(made)
