"""The problem builder: a snapshot of the pool becomes the optimisation problem of a horizon."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matcher.building.barred_pairs import barred_pairs
from matcher.building.geography import Geography
from matcher.building.need import need
from matcher.building.pin_capacity import PinCapacity, ahead, waits
from matcher.building.running_month import cut
from matcher.building.travel import travels
from matcher.ports import Snapshot
from matcher.problem import (
    Assignment,
    Bar,
    Line,
    PairId,
    Previous,
    Problem,
    ProblemTalent,
    Workdays,
)
from models.codes import CorporateNumber
from models.entities import DemandLine, Request, Talent
from models.hours import MOST_IN_A_MONTH
from models.match import Match, MatchState
from models.match_decisions import RESUMED
from models.months import Month, window
from models.pool_settings import NeedPart
from models.worth import worth

#: Of nobody is anything known.
_NOWHERE = Geography()

#: The firmest agreement is kept first where pins no longer fit together.
_FIRMNESS = (
    MatchState.CONFIRMED,
    MatchState.ACCEPTED_BY_TALENT,
    MatchState.ACCEPTED_BY_MUNICIPALITY,
    MatchState.PROPOSED,
    MatchState.DRAFTED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A problem, and what became of the live matches on the way to it."""

    problem: Problem
    pinned: dict[PairId, Match]  #: stay exactly as they are
    loose: dict[PairId, Match]  #: the plan may keep, change or end them
    unfit: frozenset[PairId]  #: of the loose: were agreed or fixed, and no longer fit


class _OfRequest(NamedTuple):
    """What all lines of a request have in common."""

    value: int
    need: dict[NeedPart, int]
    vendors: tuple[CorporateNumber, ...]


def build_problem(
    snapshot: Snapshot,
    first_month: Month,
    region: Geography = _NOWHERE,
    days: Workdays | None = None,
) -> Built:
    """The problem of a pool from `first_month` on; earlier months are history and stay out.

    Visits cost the way there and back, and need counts, as far as the region is known. Where the
    first month has begun, its hours are cut to the working `days` left of it.

    A pin that the facts no longer allow (its hours or its line are gone) loses its pin: the firmest
    agreements are kept first, the others go back to being negotiable. What people have been shown
    beyond the horizon waits as it is until the horizon reaches it; its pair is not offered twice.
    """
    months = window(first_month, snapshot.settings.horizon)
    lines = tuple(_lines(snapshot, months, region))
    talents = {t.talent_id: t for t in snapshot.talents}
    asked = {line.line_id: line for line in lines}
    pins: dict[PairId, Match] = {}
    loose: dict[PairId, Match] = {}
    unfit: set[PairId] = set()
    later: list[Bar] = []
    ways = travels(snapshot.requests, snapshot.talents, months, region)
    pairs = tuple(pair for pair in ways if pair.line_id in asked)
    overhead = {(pair.line_id, pair.talent_id): pair.overhead for pair in pairs}
    room = PinCapacity(talents, asked, months, overhead)
    for match in sorted(snapshot.matches, key=_firmness):
        pair = match.line_id, match.talent_id
        if match.hours and max(match.hours) < months[0]:
            continue  # worked in the past: history, not a plan
        if waits(match, months):
            later.append(Bar(line_id=match.line_id, talent_id=match.talent_id))
            continue
        if match.pinned and room.take(match):
            pins[pair] = match
            continue
        loose[pair] = match
        if match.pinned:
            unfit.add(pair)
    problem = Problem(
        pool_id=snapshot.pool_id,
        version=snapshot.version,
        months=months,
        block=snapshot.settings.block,
        weights=snapshot.settings.weights,
        natures=snapshot.settings.natures,
        training_required=snapshot.settings.training_required,
        talents=tuple(_talent(t, months) for t in talents.values()),
        lines=tuple(_followed(line, pins.values()) for line in lines),
        pairs=pairs,
        bars=(
            *barred_pairs(snapshot.declines, asked, talents, months),
            *(b for b in later if b.line_id in asked and b.talent_id in talents),
        ),
        pins=tuple(
            Assignment(line_id=m.line_id, talent_id=m.talent_id, hours=ahead(m, months))
            for m in pins.values()
        ),
        previous=tuple(
            Previous(
                line_id=m.line_id,
                talent_id=m.talent_id,
                hours=ahead(m, months),
                seen=m.state is not MatchState.DRAFTED,
            )
            for m in loose.values()
            if m.line_id in asked and m.talent_id in talents and ahead(m, months)
        ),
    )
    return Built(problem=cut(problem, days), pinned=pins, loose=loose, unfit=frozenset(unfit))


def _firmness(match: Match) -> tuple[bool, bool, int, str]:
    # An end that is taken back comes after what others have agreed to since.
    back = match.reason == RESUMED
    return not match.agreed, back, _FIRMNESS.index(match.state), match.match_id


def _followed(line: Line, pins: Iterable[Match]) -> Line:
    """The line with a place for whoever comes after each person whose work on it ends early."""
    mine = (pin for pin in pins if pin.line_id == line.line_id)
    early = sum(1 for pin in mine if any(pin.ended_hours.get(month) for month in line.hours))
    return line.model_copy(update={"people": line.people + early}) if early else line


def _lines(snapshot: Snapshot, months: Sequence[Month], region: Geography) -> Iterator[Line]:
    served, weights = snapshot.settings.weights.served, snapshot.settings.need
    for request in snapshot.requests:
        parts = need(request.municipalities, region, snapshot.served, months[0], weights)
        value = worth(served, request.urgency, sum(parts.values()))
        of_request = _OfRequest(value, parts, _vendors(request, region))
        for line in request.lines:
            hours = {p: line.hours[p] for p in months if line.hours.get(p)}
            if hours:
                yield _line(request, line, hours, of_request)


def _vendors(request: Request, region: Geography) -> tuple[CorporateNumber, ...]:
    """Those of the request and of its municipalities."""
    known = (region.municipalities.get(code) for code in request.municipalities)
    of_places = (number for place in known if place for number in place.vendors)
    return tuple(dict.fromkeys((*request.vendors, *of_places)))


def _line(
    request: Request, line: DemandLine, hours: dict[Month, int], of_request: _OfRequest
) -> Line:
    return Line(
        line_id=request.line_id(line.line),
        request_id=request.request_id,
        municipalities=request.municipalities,
        role=line.role,
        nature=request.nature,
        skills=line.skills,
        hours=hours,
        people=line.people,
        minimum_percent=line.minimum_percent,
        value=of_request.value,
        needs_pm=not request.pm_in_place,
        exclusive=line.exclusive,
        vendors=of_request.vendors,
        need=of_request.need,
    )


def _talent(talent: Talent, months: Sequence[Month]) -> ProblemTalent:
    return ProblemTalent(
        talent_id=talent.talent_id,
        roles=talent.roles,
        skills=talent.skills,
        form=talent.form,
        contract_from=talent.contract_from,
        contract_until=talent.contract_until,
        # Somebody may have been stated with more hours than a month has, before that was refused.
        capacity={
            p: min(talent.capacity[p], MOST_IN_A_MONTH) for p in months if talent.capacity.get(p)
        },
        overhead=talent.overhead,
        municipalities_at_once=talent.municipalities_at_once,
        excluded=talent.excluded,
        renewed_until=talent.renewed_until,
        employer=talent.employer,
        trained_from=talent.contract_from if talent.training_waiver else talent.trained_from,
    )
