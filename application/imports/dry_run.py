"""What an import would do, said beforehand: nothing is written."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from application.commands.import_sheets import (
    Amendment,
    Comparison,
    compared,
    id_of,
    import_sheets,
)
from application.imports.read_in import ReadIn
from application.notes import skills_nobody_has
from application.queries.filled_sheet import earliest
from application.session import Session
from models.entities import Request
from models.errors import Mistake
from models.ids import PoolId
from models.phrase import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class DryRun:
    """What the sound rows of a file would change; `refused` where that would be refused."""

    comparison: Comparison
    code: str  #: of all that would change, as it stands now
    refused: tuple[Phrase, ...]
    notes: tuple[Phrase, ...]  #: skills that are asked for and nobody has
    apart: bool  #: whether the sound rows may be imported without the others

    @property
    def can(self) -> bool:
        """Whether there is something to import, and nothing stands against it."""
        return self.comparison.changes_something and not self.refused


async def dry_run(session: Session, pool_id: PoolId, read: ReadIn) -> DryRun:
    """Compare a file with what stands now."""
    comparison = await compared(session, pool_id, read.sheets, earliest(session.present))
    apart = bool(read.faults) and _stand_apart(read)
    if read.faults:
        comparison = without_lost_lines(comparison)
    refused: tuple[Phrase, ...] = ()
    possible = replace(comparison, cannot=[])
    try:
        await import_sheets(session, possible, dry_run=True)
    except Mistake as error:
        each = error.phrase.params.get("each")
        refused = (error.phrase,)
        if isinstance(each, tuple):
            refused = tuple(one for one in each if isinstance(one, Phrase)) or refused
    asked = await skills_nobody_has(
        session, pool_id, comparison.requests(), joining=comparison.talents()
    )
    return DryRun(
        comparison=possible if apart else comparison,
        code=_code(comparison),
        refused=refused,
        notes=tuple(asked),
        apart=apart,
    )


def without_lost_lines(comparison: Comparison) -> Comparison:
    """Of a file with faults: a line that is not there may stand in a row that cannot be read."""
    kept = [each for each in comparison.amended if not _loses_lines(each)]
    return replace(comparison, amended=kept)


def _loses_lines(each: Amendment) -> bool:
    before, after = each.before, each.after
    if not isinstance(before, Request) or not isinstance(after, Request):
        return False
    return not {line.line for line in before.lines} <= {line.line for line in after.lines}


def _stand_apart(read: ReadIn) -> bool:
    """Whether every row with a fault says whose it is: no other entity then lacks a row."""
    drawn = [row for sheet in read.drawn for row in sheet.rows if row.faults]
    whole = any(sheet.faults for sheet in read.drawn)
    of_ids = any(_is_id(fault.phrase) for row in drawn for fault in row.faults)
    return bool(drawn) and not whole and not of_ids


def _is_id(said: Phrase) -> bool:
    return said.code in {"row_alone", "row_sorted"} or said.params.get("name") in {
        "requests.request_id",
        "talents.talent_id",
    }


def _code(comparison: Comparison) -> str:
    revisions = [(id_of(each.before), each.before.revision) for each in comparison.amended]
    told: Sequence[object] = (comparison.document(), revisions)
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
