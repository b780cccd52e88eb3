"""Accounts of the sample pools: one a role, entered with one click on this machine."""

from collections import Counter

from models.accounts import Account, AccountId, AccountRole, Grant
from models.entities import Request
from models.ids import PoolId
from producers import demo
from producers.demo.account_names import ACCOUNT_NAMES
from service.wiring import Parts

#: The pool in which the talent and the municipality are at home: Nagano.
HOME = PoolId("20")


async def add_sample_accounts(parts: Parts) -> None:
    """Those that are not there yet; the sample pools have to be stated already."""
    store = parts.store
    for role, grants in (await _grants(parts)).items():
        account_id = AccountId(f"sample-{role}")
        if grants and await store.account(account_id) is None:
            await store.put_account(
                Account(
                    account_id=account_id,
                    login=str(account_id),
                    name=ACCOUNT_NAMES[role],
                    grants=grants,
                    sample=True,
                )
            )


async def _grants(parts: Parts) -> dict[AccountRole, tuple[Grant, ...]]:
    store = parts.store
    plan = await store.plan(HOME)
    talents, requests = await store.talents(HOME), await store.requests(HOME)
    # Whoever has the most to see.
    busy = {t.talent_id: 0 for t in talents}
    for each in plan.assignments if plan else ():
        busy[each.talent_id] += each.total
    talent = max(busy, key=lambda t: (busy[t], t), default=None)
    asked = [request.municipalities[0] for request in requests if _is_town(request)]
    matches = await store.matches(HOME, live_only=True)
    visits = Counter(place for match in matches for place in match.places)
    place = max(
        sorted(set(asked)), key=lambda code: (visits[code], asked.count(code)), default=None
    )
    made: dict[AccountRole, list[dict[str, object]]] = {
        AccountRole.COORDINATOR: [{"pool_id": pool} for pool in demo.POOLS],
        AccountRole.TALENT: [{"pool_id": HOME, "talent_id": talent}] if talent else [],
        AccountRole.MUNICIPALITY: (
            [{"pool_id": HOME, "municipalities": (place,), "answers": True}] if place else []
        ),
        AccountRole.OPS: [{}],
        AccountRole.ADMIN: [{}],
    }
    return {
        role: tuple(Grant.model_validate({"role": role, **each}) for each in bound)
        for role, bound in made.items()
    }


def _is_town(request: Request) -> bool:
    """Whether a town or village asks: of a district, by its code; no prefecture and no city."""
    return request.municipalities[0][2:5] >= "300"
