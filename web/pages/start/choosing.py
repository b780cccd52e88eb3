"""`/start`: the pool to begin with; an administrator makes one, or loads samples."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right, granted
from application.commands.sample_pool import Samples, samples
from models.ids import PoolId
from web.frame.allowed import May
from web.frame.form_errors import FormErrors
from web.frame.shell import Shell
from web.frame.visit import Visit

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody may begin with."""

    pools: Sequence[PoolId]  #: that they coordinate
    samples: Sequence[Samples]  #: for administrators alone


@router.get("/start")
async def which_pool(visit: Annotated[Visit, Depends(May(Right.OWN_ACCOUNT))]) -> Response:
    """The pool to begin with; who has none is told who gives it."""
    admin = granted(visit.signed_in, Right.MANAGE_ACCOUNTS) is not None
    pools = _own_pools(visit)
    if len(pools) == 1 and not admin:
        return visit.go(f"/pools/{pools[0]}/start")
    if admin:
        return await choices_page(visit)
    return visit.page("start/choose.html", choices=Choices(pools, ()), admin=False)


async def choices_page(visit: Visit, errors: FormErrors | None = None) -> Response:
    """What an administrator may begin with; with what was wrong."""
    return visit.page(
        "start/choose.html",
        422 if errors else 200,
        choices=Choices(_own_pools(visit), await samples(visit.session)),
        admin=True,
        prefectures=[PoolId(f"{number:02d}") for number in range(1, 48)],
        errors=errors or FormErrors(),
    )


def _own_pools(visit: Visit) -> Sequence[PoolId]:
    pools = Shell(visit.account, visit.request).pools
    return [pool for pool in pools if granted(visit.signed_in, Right.SHEETS, pool)]
