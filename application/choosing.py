"""Which pool and which municipality a person means; where that is not clear, the choices."""

from collections.abc import Sequence
from typing import Protocol

from models.codes import MunicipalityCode
from models.errors import Mistake
from models.ids import PoolId
from models.text_folding import one_width
from producers.ports import Places
from wording.typed.notation import read
from wording.typed.places import place as read_place


class Pools(Protocol):
    async def pools(self) -> Sequence[PoolId]:
        """The pools about which anything was stated."""


def place(text: str, places: Places, pool_id: str | None) -> MunicipalityCode:
    """The one municipality (or prefecture) a code or name means, within a pool where one is given.

    Raises Mistake with the choices where it means several, and with what was perhaps meant where
    it means none.
    """
    return read(lambda each: read_place(each, places, pool_id).code, text)


async def pool(
    given: str | None, store: Pools, places: Places, codes: Sequence[MunicipalityCode] = ()
) -> PoolId:
    """The pool meant: as given, else that of the municipalities, else the only one there is."""
    if given is not None:
        return pool_id(given, places)
    if codes:
        return PoolId(codes[0][:2])
    known = await store.pools()
    if len(known) == 1:
        return known[0]
    if not known:
        raise Mistake("which_pool")
    raise Mistake("which_of_pools", pools=tuple(known))


def pool_id(text: str, places: Places) -> PoolId:
    """A pool by its prefecture's code or name: `20`, `長野県`."""
    plain = one_width(text)
    codes = places.find(plain) if not plain.isdecimal() else places.codes(plain)[:1]
    for code in codes:
        if code[2:5] == "000":
            return PoolId(code[:2])
    raise Mistake("no_such_pool", text=text)
