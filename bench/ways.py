"""Visits of a generated pool: what the way there and back costs a talent, for some lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from bench.distributions import ELSEWHERE, IN_CAPITAL, ON_SITE, REMOTE, pick
from bench.places import Place, region
from matcher.building.geography import Geography
from matcher.building.travel import DAY
from matcher.eligibility.eligibility import Eligibility
from matcher.problem import Line, PairTerms, Problem, ProblemTalent
from models.codes import MunicipalityCode
from models.ids import RequestId


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where a talent works when not on site; none where no way is counted."""

    base: MunicipalityCode | None
    remote: bool


def ways(problem: Problem, places: Sequence[Place], random: Random) -> tuple[PairTerms, ...]:
    """The way of every eligible pair that has one; the first place is the capital."""
    requests = dict.fromkeys(line.request_id for line in problem.lines)
    on_site = {request: pick(random, dict(ON_SITE)) for request in requests}
    desks = [_desk(places, random) for _ in problem.talents]
    return tuple(_pairs(problem, region(places), on_site, desks))


def _desk(places: Sequence[Place], random: Random) -> _Desk:
    at, remote = random.random(), random.random() < REMOTE
    other = random.choice(places).code
    if at < IN_CAPITAL:
        return _Desk(places[0].code, remote)
    return _Desk(other if at < IN_CAPITAL + ELSEWHERE else None, remote)


def _pairs(
    problem: Problem,
    known: Geography,
    on_site: Mapping[RequestId, int],
    desks: Sequence[_Desk],
) -> Iterator[PairTerms]:
    eligible = Eligibility(problem)
    for line in problem.lines:
        for talent, desk in zip(problem.talents, desks, strict=True):
            percent = on_site[line.request_id] if desk.remote else 100
            # Asked in this order because most pairs end at the first two.
            if not percent or desk.base is None or line.role not in talent.roles:
                continue
            way = max(known.way(desk.base, code) for code in line.municipalities)
            if way and not eligible.losses(line, talent):
                yield _pair(line, talent, percent, 2 * way)


def _pair(line: Line, talent: ProblemTalent, percent: int, each: int) -> PairTerms:
    days = {month: -(-hours * percent // (100 * DAY)) for month, hours in line.hours.items()}
    return PairTerms(
        line_id=line.line_id,
        talent_id=talent.talent_id,
        overhead={month: each * count for month, count in days.items() if count},
    )
