"""What people keep beside the facts: drafts, scenarios, files, filters, looks."""

from collections.abc import Sequence
from typing import Protocol

from matcher.planning.plan_look import PlanLook
from matcher.whatif.kept_scenario import KeptScenario
from models.accounts import AccountId
from models.drafts import Draft, DraftId
from models.ids import PoolId
from models.saved_filter import SavedFilter
from models.sheet_imports import SheetImport


class Drafts(Protocol):
    """Requests that are still being written."""

    async def draft(self, pool_id: PoolId, draft_id: DraftId) -> Draft | None: ...

    async def drafts(self, pool_id: PoolId) -> Sequence[Draft]: ...

    async def put_draft(self, draft: Draft) -> bool: ...

    async def drop_draft(self, pool_id: PoolId, draft_id: DraftId) -> None: ...


class Scenarios(Protocol):
    """Scenarios that people keep beside the plan."""

    async def put_scenario(self, kept: KeptScenario) -> None: ...

    async def scenarios(self, account_id: AccountId, pool_id: PoolId) -> Sequence[KeptScenario]: ...

    async def drop_scenario(
        self, account_id: AccountId, pool_id: PoolId, scenario_id: str
    ) -> None: ...


class SheetImports(Protocol):
    """Files that were handed in, for some days."""

    async def put_import(self, made: SheetImport) -> None: ...

    async def sheet_import(self, pool_id: PoolId, import_id: str) -> SheetImport | None: ...

    async def sheet_imports(self, pool_id: PoolId, most: int) -> Sequence[SheetImport]: ...


class SavedFilters(Protocol):
    """What an account has kept to look for again."""

    async def put_saved_filter(self, saved: SavedFilter) -> None: ...

    async def drop_saved_filter(self, account_id: AccountId, name: str) -> None: ...

    async def saved_filters(self, account_id: AccountId) -> Sequence[SavedFilter]: ...


class PlanLooks(Protocol):
    """Which plan each account has seen last."""

    async def put_plan_look(self, account_id: AccountId, look: PlanLook) -> None: ...

    async def plan_look(self, account_id: AccountId, pool_id: PoolId) -> PlanLook | None: ...
