"""Codes that are no longer in use: what was merged or became a city, since when, and its successor.

Source: 総務省「全国地方公共団体コード」改正一覧表; some of the changes since 2010. A code that is
missing here is unknown, and no more than that.
"""

from dataclasses import dataclass

from models.codes import MunicipalityCode
from models.months import Month


@dataclass(frozen=True, slots=True)
class Gone:
    """A municipality as it was called, and which one it is now."""

    name: str
    since: Month
    successor: MunicipalityCode


_ROWS = (
    ("033057", "滝沢村", "2014-01", "032166"),
    ("044237", "富谷町", "2016-10", "042161"),
    ("112267", "鳩ヶ谷市", "2011-10", "112038"),
    ("114456", "白岡町", "2012-10", "112461"),
    ("124028", "大網白里町", "2013-01", "122394"),
    ("204498", "波田町", "2010-03", "202029"),
    ("205826", "信州新町", "2010-01", "202011"),
    ("233048", "長久手町", "2012-01", "232386"),
    ("323047", "東出雲町", "2011-08", "322016"),
    ("324019", "斐川町", "2011-10", "322032"),
    ("403059", "那珂川町", "2018-10", "402311"),
)

GONE = {
    MunicipalityCode(code): Gone(name, Month(since), MunicipalityCode(successor))
    for code, name, since, successor in _ROWS
}
