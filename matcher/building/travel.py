"""Travel overhead: what visits cost a talent besides the hours worked on site."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from matcher.building.geography import Geography
from matcher.problem import Hours, PairTerms
from models.codes import MunicipalityCode
from models.entities import DemandLine, Request, Talent
from models.months import Month

#: Quarters of a visit: a full day of 7 hours 45 minutes.
DAY = 31


def visits(line: DemandLine, talent: Talent, month: Month) -> int:
    """Days on site in a month in which the talent works on the line.

    Counted from the hours asked, not from those given: they stand before a plan is made. Who cannot
    work from elsewhere is there for all of them.
    """
    percent = line.on_site_percent if talent.remote else 100
    return -(-line.hours.get(month, 0) * percent // (100 * DAY))


def travels(
    requests: Iterable[Request],
    talents: Sequence[Talent],
    months: Sequence[Month],
    region: Geography,
) -> Iterator[PairTerms]:
    """The way there and back of every visit, for each pair of the line's role that has any.

    A joint request is as far as the farthest of its municipalities. A talent without a base has no
    way to go.
    """
    for request in requests:
        ways = _ways(request, talents, region)
        for line in request.lines:
            for talent in talents:
                way = ways.get(talent.base, 0) if talent.base else 0
                if not way or line.role not in talent.roles:
                    continue
                if overhead := _overhead(line, talent, months, 2 * way):
                    yield PairTerms(
                        line_id=request.line_id(line.line),
                        talent_id=talent.talent_id,
                        overhead=overhead,
                    )


def _ways(
    request: Request, talents: Iterable[Talent], region: Geography
) -> Mapping[MunicipalityCode, int]:
    """Quarters one way from each base."""
    bases = {talent.base for talent in talents if talent.base}
    there = request.municipalities
    return {base: max(region.way(base, place) for place in there) for base in bases}


def _overhead(line: DemandLine, talent: Talent, months: Iterable[Month], each: int) -> Hours:
    return {p: each * days for p in months if (days := visits(line, talent, p))}
