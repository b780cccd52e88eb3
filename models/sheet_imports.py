"""A file that somebody has handed in, kept so that it can be looked at again."""

from datetime import datetime, timedelta
from enum import StrEnum

from models.accounts import AccountId
from models.frozen import Frozen
from models.ids import PoolIdField

#: So long a file that was handed in is kept: it may hold names.
KEPT_FOR = timedelta(days=7)


class ImportState(StrEnum):
    """How far an import has come."""

    READ = "read"  #: looked at; nothing is imported
    POSTING = "posting"  #: being imported, or cut off while it was
    APPLIED = "applied"
    UNDONE = "undone"


class SheetImport(Frozen):
    """An import; `content` is empty where only a list of them was read."""

    import_id: str
    pool_id: PoolIdField
    account_id: AccountId
    at: datetime
    name: str
    content: bytes = b""
    state: ImportState = ImportState.READ
    undo: str = ""  #: JSON of what takes it back
    stories: tuple[str, ...] = ()  #: correlation ids of what was posted
