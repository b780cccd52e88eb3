"""What the use cases ask of the outside world; infra fulfils it, wiring hands it in."""

from application.ports.access import AccessStore, Accounts, Audit, Credentials, IdentityProvider
from application.ports.kept import Drafts, PlanLooks, SavedFilters, Scenarios, SheetImports
from application.ports.reads import Reads
from application.ports.upkeep import Upkeep
from producers.ports import Places

__all__ = [
    "AccessStore",
    "Accounts",
    "Audit",
    "Credentials",
    "Drafts",
    "IdentityProvider",
    "Places",
    "PlanLooks",
    "Reads",
    "SavedFilters",
    "Scenarios",
    "SheetImports",
    "Upkeep",
]
