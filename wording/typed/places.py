"""Municipalities and prefectures as people write them: by code, by name, in one pool or in all."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

from models.codes import MunicipalityCode, check_digit, prefecture_code
from models.phrase import Phrase
from models.unfit import Unfit
from models.written import plain

_DIGITS = re.compile(r"^[0-9]+$")

#: How five digits were read: the leading zero or the check digit was added.
Mended = Literal["code_zero", "code_guessed"]


class Gazetteer(Protocol):
    """The registry of municipalities, as far as names and codes are read by it."""

    def known(self, code: str) -> bool: ...

    def successor(self, code: str) -> MunicipalityCode | None: ...

    def find(self, text: str, *, pool_id: str | None = None) -> Sequence[MunicipalityCode]: ...

    def suggest(self, text: str, *, pool_id: str | None = None) -> Sequence[MunicipalityCode]: ...


class Found(NamedTuple):
    """The place that is meant, and how its code was mended."""

    code: MunicipalityCode
    mended: Mended | None = None


def place(
    written: object, places: Gazetteer, pool_id: str | None = None, *, home: str | None = None
) -> Found:
    """The one place that a code or a name means; of the pool where one is given. Raises Unfit.

    Where a code may be of two places, one of the pool `home` was meant.
    """
    word = plain(written)
    if _DIGITS.match(word):
        return coded(word, places, pool_id, home=home)
    own = places.find(word, pool_id=pool_id)
    if len(own) == 1:
        return Found(own[0])
    if own:
        raise Unfit("name_ambiguous", hint=hint(own))
    if len(elsewhere := places.find(word)) == 1:
        return Found(_own(elsewhere[0], pool_id))
    near = elsewhere or places.suggest(word, pool_id=pool_id) or places.suggest(word)
    raise Unfit("name_unknown", hint=hint(near), pool=pool_id or "")


def coded(
    word: str, places: Gazetteer, pool_id: str | None = None, *, home: str | None = None
) -> Found:
    """The same of a code alone."""
    if not (_DIGITS.match(word) and len(word) in (5, 6)):
        raise Unfit("code_form", hint=hint(places.suggest(word, pool_id=pool_id)))
    if len(word) == 5:
        return _five(word, places, pool_id, pool_id or home)
    right = MunicipalityCode(word[:5] + check_digit(word[:5]))
    if right != word:
        raise Unfit("code_digit", hint=hint([right] if places.known(right) else []))
    # What was merged since may stand in an exported sheet; the desk refuses it where it is new.
    if not (places.known(word) or places.successor(word)):
        raise Unfit("code_unknown")
    return Found(_own(right, pool_id))


def hint(codes: Sequence[MunicipalityCode]) -> tuple[Phrase, ...]:
    """The codes that may have been meant, with their names."""
    return tuple(Phrase.of("code_is", code=code) for code in codes)


def _five(word: str, places: Gazetteer, pool_id: str | None, home: str | None) -> Found:
    """Five digits: a code that lost its leading zero, or one without its check digit."""
    both: dict[Mended, str] = {
        "code_zero": f"0{word}",
        "code_guessed": word + check_digit(word),
    }
    known = [
        Found(MunicipalityCode(code), mended) for mended, code in both.items() if places.known(code)
    ]
    # Both in one prefecture would need a code of the form 0x0x…; nobody's is.
    meant = [each for each in known if home in (None, each.code[:2])] or known
    if len(meant) > 1:
        raise Unfit("code_either", hint=hint([each.code for each in meant]))
    if not meant:
        raise Unfit("code_form", hint=())
    return Found(_own(meant[0].code, pool_id), meant[0].mended)


def _own(code: MunicipalityCode, pool_id: str | None) -> MunicipalityCode:
    if pool_id not in (None, code[:2]):
        raise Unfit("place_stranger", home=prefecture_code(code[:2]), pool=pool_id)
    return code
