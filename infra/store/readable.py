"""What was planned, as far as this version can read it: a next one may have written it."""

from typing import TypeVar

from pydantic import ValidationError

from models.envelope import reasons
from models.frozen import Frozen
from models.ids import PoolId
from models.log import log

F = TypeVar("F", bound=Frozen)


def readable(kind: type[F], content: str, pool_id: PoolId) -> F | None:
    """A plan or a part of it; None where it cannot be read.

    It is planned anew then, which the matcher says: nothing that was planned is worth the end of
    a service, or of a page.
    """
    try:
        return kind.read_kept(content)
    except ValidationError as error:
        log.debug("plan.unreadable", pool_id=pool_id, part=kind.__name__, reason=reasons(error))
        return None
