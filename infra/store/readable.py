"""What was planned, as far as this version can read it: a next one may have written it."""

from typing import TypeVar

import structlog
from pydantic import ValidationError

from models.envelope import reasons
from models.frozen import Frozen
from models.ids import PoolId

log = structlog.get_logger()

F = TypeVar("F", bound=Frozen)


def readable(kind: type[F], content: str, pool_id: PoolId) -> F | None:
    """A plan or a part of it; None, with a line in the log, where it cannot be read.

    It is planned anew then: nothing that was planned is worth the end of a service.
    """
    try:
        return kind.read_kept(content)
    except ValidationError as error:
        log.warning("plan.unreadable", pool_id=pool_id, part=kind.__name__, reason=reasons(error))
        return None
