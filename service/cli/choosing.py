"""Which pool and which municipality a person means; where that is not clear, the choices."""

from collections.abc import Sequence
from typing import Protocol

from models.codes import MunicipalityCode
from models.errors import Mistake
from models.ids import PoolId
from models.text_folding import one_width
from producers.ports import Places


class Pools(Protocol):
    async def pools(self) -> Sequence[PoolId]:
        """The pools about which anything was stated."""


def place(text: str, places: Places, pool_id: str | None) -> MunicipalityCode:
    """The one municipality (or prefecture) a code or name means, within a pool where one is given.

    Raises Mistake with the choices where it means several, and with what was perhaps meant where
    it means none.
    """
    found = places.find(text.strip(), pool_id=pool_id)
    if len(found) == 1:
        return found[0]
    if found:
        raise Mistake(
            f"「{text}」は{len(found)}か所あります。コードで書いてください：{_list(found, places)}"
            f" / {text!r} means {len(found)} places; give the code"
        )
    within = f"（プール{pool_id}）" if pool_id else ""
    near = places.suggest(text, pool_id=pool_id) or places.suggest(text)
    perhaps = f"もしかして：{_list(near, places)}" if near else "6桁のコードか名前で書いてください"
    raise Mistake(
        f"「{text}」という市区町村{within}は見つかりません。{perhaps}"
        f" / no municipality {text!r}; write its 6-digit code or its name"
    )


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
        raise Mistake(
            "どの人材プールか分かりません。--pool 20 のように都道府県コードを付けてください"
            " / which pool? give --pool, such as --pool 20"
        )
    raise Mistake(
        f"人材プールが{len(known)}つあります。--pool に {'、'.join(known)} のどれかを付けてください"
        f" / there are {len(known)} pools; give --pool {' or '.join(known)}"
    )


def pool_id(text: str, places: Places) -> PoolId:
    """A pool by its prefecture's code or name: `20`, `長野県`."""
    plain = one_width(text)
    codes = places.find(plain) if not plain.isdecimal() else places.codes(plain)[:1]
    for code in codes:
        if code[2:5] == "000":
            return PoolId(code[:2])
    raise Mistake(
        f"「{text}」というプールはありません。都道府県コード2桁（長野県は 20）で書いてください"
        f" / {text!r} is no pool; write the two digits of the prefecture, such as 20"
    )


def _list(codes: Sequence[MunicipalityCode], places: Places) -> str:
    return "、".join(f"{code} {places.name(code)}" for code in codes)
