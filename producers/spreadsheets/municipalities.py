"""Cells that name municipalities, by code or by name."""

import re

from models.codes import MunicipalityCode, check_digit, prefecture_code
from models.phrase import Phrase
from producers.ports import Places
from producers.spreadsheets.cells import Unfit, folded, parts
from producers.spreadsheets.files import Cell
from producers.spreadsheets.rows import Row

_MOST = 100
_DIGITS = re.compile(r"^[0-9]+$")


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

    def name(self, code: str) -> str:
        """As shown to people."""
        return self._places.name(code)

    def _each(self, cell: Cell, *, names: bool) -> tuple[MunicipalityCode, ...]:
        found: list[MunicipalityCode] = []
        for part in parts(cell):
            # A number cell 202011.0 is the code 202011, or one of a single code.
            word = folded(cell) if isinstance(cell, int | float) else folded(part)
            is_code = _DIGITS.match(word) is not None
            code = self._code(word) if is_code or not names else self._name(part)
            if code in found:
                raise Unfit("repeated", part=self.name(code))
            found.append(code)
        if len(found) > _MOST:
            raise Unfit("too_many", limit=_MOST)
        if not found:
            raise Unfit("code_form", hint=())
        return tuple(found)

    def _code(self, word: str) -> MunicipalityCode:
        if not (_DIGITS.match(word) and word.isascii() and len(word) in (5, 6)):
            raise Unfit(
                "code_form", hint=self._hint(self._places.suggest(word, pool_id=self._pool_id))
            )
        if len(word) == 5:
            return self._five(word)
        if check_digit(word[:5]) != word[5]:
            whole = MunicipalityCode(word[:5] + check_digit(word[:5]))
            raise Unfit("code_digit", hint=self._hint([whole] if self._places.known(whole) else []))
        # What was merged since may stand in an exported sheet; the desk refuses it where it is new.
        if not (self._places.known(word) or self._places.successor(word)):
            raise Unfit("code_unknown")
        return self._own(MunicipalityCode(word))

    def _five(self, word: str) -> MunicipalityCode:
        """Five digits: a code that lost its leading zero, or one without its check digit."""
        both = {"code_zero": f"0{word}", "code_guessed": word + check_digit(word)}
        known = {
            note: MunicipalityCode(code) for note, code in both.items() if self._places.known(code)
        }
        own = {note: code for note, code in known.items() if self._home in (None, code[:2])}
        # Both in one prefecture would need a code of the form 0x0x…; nobody's is.
        meant = own or known
        if len(meant) > 1:
            raise Unfit("code_either", hint=self._hint(list(meant.values())))
        if not meant:
            raise Unfit("code_form", hint=())
        note, code = next(iter(meant.items()))
        found = self._own(code)
        self._mended.append((note, found))
        return found

    def _name(self, part: str) -> MunicipalityCode:
        own = self._places.find(part, pool_id=self._pool_id)
        if len(own) == 1:
            return own[0]
        if own:
            raise Unfit("name_ambiguous", hint=self._hint(own))
        if len(elsewhere := self._places.find(part)) == 1:
            return self._own(elsewhere[0])
        near = elsewhere or self._places.suggest(part, pool_id=self._pool_id)
        raise Unfit("name_unknown", hint=self._hint(near), pool=self._pool_id or "")

    def _own(self, code: MunicipalityCode) -> MunicipalityCode:
        if self._pool_id not in (None, code[:2]):
            home = prefecture_code(code[:2])
            raise Unfit("place_stranger", home=home, pool=self._pool_id or "")
        return code

    def _hint(self, codes: list[MunicipalityCode]) -> tuple[Phrase, ...]:
        return tuple(Phrase.of("code_is", code=code) for code in codes)
