"""An import that was looked at is done, or taken back; how far it came is kept with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.commands.import_sheets import import_sheets
from application.commands.undo_import import Undone, undo_import
from application.imports.dry_run import DryRun, dry_run
from application.imports.read_in import ReadIn
from application.ports import SheetImports
from application.session import Session
from application.undoing import Undoing, undoing_of
from models.errors import Mistake, Stale
from models.ids import PoolId
from models.sheet_imports import ImportState, SheetImport
from producers.receipts import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyImport:
    """Import what a dry run with this code said; `sound_only`: without the rows with faults."""

    made: SheetImport
    read: ReadIn
    seen: str
    sound_only: bool = False


async def apply_import(
    session: Session, imports: SheetImports, command: ApplyImport
) -> tuple[DryRun, Sequence[Receipt]]:
    """Post it, all or none. Raises Stale where it would no longer do what was seen, Mistake."""
    made, pool_id = command.made, PoolId(command.made.pool_id)
    if made.state not in {ImportState.READ, ImportState.POSTING}:
        raise Mistake("import_done_already")
    found = await dry_run(session, pool_id, command.read)
    if found.code != command.seen:
        raise Stale("import_moved")
    if command.read.faults and not (command.sound_only and found.apart):
        raise Mistake("import_faults_first", count=len(command.read.faults))
    undo = undoing_of(found.comparison, pool_id).model_dump_json()
    # Kept first: whatever happens in between, it can be taken back.
    going = made.model_copy(update={"state": ImportState.POSTING, "undo": undo})
    await imports.put_import(going)
    try:
        receipts = await import_sheets(session, found.comparison)
    except Exception:
        await imports.put_import(made)
        raise
    stories = tuple(dict.fromkeys(str(each.correlation_id) for each in receipts))
    done = going.model_copy(update={"state": ImportState.APPLIED, "stories": stories})
    await imports.put_import(done)
    return found, receipts


async def take_back_import(session: Session, imports: SheetImports, made: SheetImport) -> Undone:
    """What still stands as the import left it is as it was. Raises Mistake where none was done."""
    if made.state not in {ImportState.APPLIED, ImportState.POSTING}:
        raise Mistake("import_not_done")
    undone = await undo_import(session, Undoing.read_kept(made.undo))
    await imports.put_import(made.model_copy(update={"state": ImportState.UNDONE, "undo": ""}))
    return undone
