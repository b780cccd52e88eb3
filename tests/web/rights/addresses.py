"""Every route of the console with its right, and what stands for the parts of its address.

A new part of an address (`{month}`) needs a line in `Samples`; the walk says where it is missing.
"""

import re
from dataclasses import dataclass, field
from typing import Any, Self
from uuid import UUID

from fastapi.routing import iter_route_contexts
from starlette.routing import Mount

from application.access.rights import RIGHTS, Right
from models.accounts import AccountRole
from models.entities import Request
from models.ids import PoolId
from models.match import Match
from service.wiring import Parts
from web.frame.allowed import May

OWN, OTHER = PoolId("20"), PoolId("15")
_PART = re.compile(r"{(\w+)(?::\w+)?}")


@dataclass(frozen=True, slots=True)
class Address:
    """One method of one route."""

    method: str
    path: str
    right: Right | None

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(_PART.findall(self.path))

    @property
    def roles(self) -> frozenset[AccountRole]:
        """Who has its right."""
        return RIGHTS[self.right] if self.right else frozenset()

    def filled(self, values: dict[str, str]) -> str:
        """The address of one object; what nothing is known about gets a value that fits nothing."""
        return _PART.sub(lambda found: values.get(found[1], "unknown-1"), self.path)


def addresses(app: Any) -> list[Address]:
    """Every route of a page, a line for each of its methods; those of the API walk apart."""
    found = []
    for context in iter_route_contexts(app.routes):
        route: Any = context.original_route
        if isinstance(route, Mount):
            continue
        rights = [
            dependency.call.right
            for dependency in route.dependant.dependencies
            if isinstance(dependency.call, May)
        ]
        found += [
            Address(method, str(context.path), rights[0] if rights else None)
            for method in sorted(route.methods)
        ]
    return found


@dataclass(slots=True)
class Samples:
    """Values for the parts of an address: what is a role's own, and what is another's."""

    own: dict[AccountRole, dict[str, str]] = field(default_factory=dict)
    foreign: dict[AccountRole, dict[str, str]] = field(default_factory=dict)

    @classmethod
    async def of(cls, parts: Parts) -> Self:
        """From the planned sample store."""
        accounts = {a.grants[0].role: a for a in await parts.store.accounts() if a.sample}
        talent = accounts[AccountRole.TALENT].grants[0].talent_id
        places = set(accounts[AccountRole.MUNICIPALITY].grants[0].municipalities)
        requests = {pool: await parts.store.requests(pool) for pool in (OWN, OTHER)}
        matches = {pool: await parts.store.matches(pool) for pool in (OWN, OTHER)}
        made = cls()
        everywhere = {**_general(matches[OWN][0]), "account_id": "sample-ops"}
        made.own = dict.fromkeys(AccountRole, everywhere)
        made.foreign = {}

        def of_request(each: Request) -> dict[str, str]:
            return {"request_id": each.request_id, "line_id": f"{each.request_id}/1"}

        def of_match(each: Match) -> dict[str, str]:
            return {"match_id": each.match_id, "talent_id": each.talent_id}

        here, there = matches[OWN], matches[OTHER]
        made.own[AccountRole.COORDINATOR] = (
            everywhere | of_request(requests[OWN][0]) | of_match(here[0])
        )
        made.foreign[AccountRole.COORDINATOR] = of_request(requests[OTHER][0]) | of_match(there[0])
        made.own[AccountRole.TALENT] = everywhere | of_match(
            next(m for m in here if m.talent_id == talent)
        )
        made.foreign[AccountRole.TALENT] = of_match(next(m for m in here if m.talent_id != talent))
        theirs = next(r for r in requests[OWN] if places & set(r.municipalities))
        others = next(r for r in requests[OWN] if not places & set(r.municipalities))
        at_theirs = next(m for m in here if places & set(m.places))
        at_others = next(m for m in here if not places & set(m.places))
        made.own[AccountRole.MUNICIPALITY] = everywhere | of_request(theirs) | of_match(at_theirs)
        made.foreign[AccountRole.MUNICIPALITY] = of_request(others) | of_match(at_others)
        return made


def _general(match: Match) -> dict[str, str]:
    """What belongs to nobody, or to operators alone."""
    return {
        "pool_id": OWN,
        "line": "1",
        "number": "1",
        "month": "2026-12",
        "version": "1",
        "verb": "pin",
        "kind": "requests",
        "correlation": str(UUID(int=1)),
        "correlation_id": str(UUID(int=1)),
        "letter": str(UUID(int=1)),
        "topic": "talentpool.requests.v1",
        "digest": "0",
        "name": "style.css",
        "path": "nowhere",
        "role": "ops",
        "key": "unknown",
        "draft_id": "unknown",
        "step": "hours",
        "invitation_id": "unknown",
        "import_id": "unknown",
        "scenario_id": "unknown",
        "webhook_id": "unknown",
        "token_id": "unknown",
    }


#: Parts of addresses whose objects the sample store does not hold: not found is a good answer.
ABSENT = frozenset(
    {
        "correlation",
        "correlation_id",
        "draft_id",
        "import_id",
        "invitation_id",
        "letter",
        "path",
        "scenario_id",
        "token_id",
        "webhook_id",
    }
)
#: Addresses that name their object in the query: without it, not found is a good answer.
ASKED_BY_QUERY = frozenset({"/pools/{pool_id}/whatif/try"})
