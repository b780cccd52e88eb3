"""What coordinators work with besides the use cases: files handed in, scenarios."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from application.imports.read_in import ReadIn
from application.ports import Scenarios, SheetImports
from application.scenarios.comparing import Comparisons
from models.ids import PoolId
from models.months import Month


@dataclass(frozen=True, kw_only=True)
class Workspace:
    """Kept for coordinators, and worked out apart from the service."""

    imports: SheetImports
    scenarios: Scenarios
    #: content, name, pool, first month: read in a child
    read_sheet: Callable[[bytes, str, PoolId, Month], Awaitable[ReadIn]]
    comparisons: Comparisons
