"""Tables of what coordinators have on their desks; only `infra.store` reads or writes them."""

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class SheetImportRow(SQLModel, table=True):
    """A file that was handed in, until it expires. It may hold names: personal data."""

    __tablename__ = "sheet_imports"
    __table_args__ = (Index("sheet_imports_by_pool", "pool_id", "at"),)

    import_id: str = Field(primary_key=True)
    pool_id: str
    account_id: str
    at: float  #: seconds since 1970
    name: str  #: of the file
    content: bytes
    state: str
    undo: str = ""  #: JSON of what takes it back
    stories: str = "[]"  #: JSON: the correlation ids of what was posted


class ScenarioRow(SQLModel, table=True):
    """A scenario that somebody compares with the plan."""

    __tablename__ = "scenarios"
    __table_args__ = (Index("scenarios_by_account", "account_id", "pool_id"),)

    scenario_id: str = Field(primary_key=True)
    pool_id: str
    account_id: str
    at: float  #: seconds since 1970
    content: str  #: JSON of the scenario
