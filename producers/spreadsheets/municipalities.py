"""Cells that name municipalities, by code or by name."""

from models.codes import MunicipalityCode
from producers.ports import Places
from producers.spreadsheets.cells import Unfit, folded, parts
from producers.spreadsheets.files import Cell
from producers.spreadsheets.rows import Row
from wording.typed.places import Found, Gazetteer, coded, place

_MOST = 100


class Municipalities:
    """Reads the municipalities of one pool; of all Japan where `pool_id` is None.

    Where a code may be of two places, one of the pool `home` was meant.
    """

    def __init__(self, places: Places, pool_id: str | None, *, home: str | None = None) -> None:
        self._places = places
        self._pool_id = pool_id
        self._home = pool_id or home
        #: How codes of five digits were read, since it was last said.
        self._mended: list[tuple[str, MunicipalityCode]] = []

    def say_mended(self, row: Row, key: str) -> None:
        """Notes of the codes in the last cell that were read as what they must have been."""
        for note, code in self._mended:
            if note == "code_zero":
                row.note("code_zero", key, code=code)
            else:
                row.note("code_guessed", key, code=code)
        self._mended = []

    def by_code(self, cell: Cell) -> tuple[MunicipalityCode, ...]:
        """The codes in a cell."""
        return self._each(cell, names=False)

    def by_name(self, cell: Cell) -> tuple[MunicipalityCode, ...]:
        """The places named in a cell; a code will do too."""
        return self._each(cell, names=True)

    def _each(self, cell: Cell, *, names: bool) -> tuple[MunicipalityCode, ...]:
        found: list[MunicipalityCode] = []
        for part in parts(cell):
            # A number cell 202011.0 is the code 202011, or one of a single code.
            word = folded(cell) if isinstance(cell, int | float) else part
            read = place if names else _coded
            one = read(word, self._places, self._pool_id, home=self._home)
            if one.mended:
                self._mended.append((one.mended, one.code))
            if one.code in found:
                raise Unfit("repeated", part=self._places.name(one.code))
            found.append(one.code)
        if len(found) > _MOST:
            raise Unfit("too_many", limit=_MOST)
        if not found:
            raise Unfit("code_form", hint=())
        return tuple(found)


def _coded(
    word: str, places: Gazetteer, pool_id: str | None = None, *, home: str | None = None
) -> Found:
    return coded(folded(word), places, pool_id, home=home)
