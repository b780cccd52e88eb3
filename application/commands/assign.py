"""A talent is put on a line by hand: looked at against every rule, then pinned."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from application.session import Session
from matcher.check.by_rule import broken_by
from matcher.eligibility.eligibility import losses
from matcher.plan import Plan
from matcher.problem import Assignment, Line, Problem, ProblemTalent
from models.entities import Role
from models.errors import Mistake, TryAgain
from models.ids import LineId, MatchId, PoolId, TalentId, request_of
from models.match import Match
from models.months import Month
from models.phrase import Phrase
from models.terms import terms_of
from producers.receipts import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign:
    """Who works on which line, and how many quarters in each month."""

    pool_id: PoolId
    line_id: LineId
    talent_id: TalentId
    hours: Mapping[Month, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """The match that is made, pinned as soon as it is taken in."""

    match: Match
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Standing:
    """The plan of a pool and what it answers: what an assignment is looked at against."""

    plan: Plan
    problem: Problem

    def line(self, line_id: LineId) -> Line | None:
        """The line as it is planned; None where nothing of it is to come."""
        return next((each for each in self.problem.lines if each.line_id == line_id), None)

    def talent(self, talent_id: TalentId) -> ProblemTalent | None:
        """The talent as planned with; None where they are not in the pool."""
        return next((t for t in self.problem.talents if t.talent_id == talent_id), None)

    def staying(self, line: Line) -> tuple[Assignment, ...]:
        """What stays whatever is put there: pins, and the PM whom the request may have."""
        pins = {pin.pair for pin in self.problem.pins}
        leads = {
            each.line_id
            for each in self.problem.lines
            if each.request_id == line.request_id and each.role is Role.PM
        } - {line.line_id}
        return tuple(a for a in self.plan.assignments if a.pair in pins or a.line_id in leads)


async def standing(session: Session, pool_id: PoolId) -> Standing:
    """Raises TryAgain while the pool is being planned: nobody knows yet what stays."""
    plan, problem = await session.reads.plan(pool_id), await session.reads.problem(pool_id)
    version = await session.reads.pool_version(pool_id)
    if plan is None or problem is None or not plan.version == problem.version == version:
        raise TryAgain("assign_while_planning")
    return Standing(plan, problem)


def obstacles(now: Standing, command: Assign) -> tuple[Phrase, ...]:
    """The rules that the assignment would break; empty where it may be made."""
    line, talent = now.line(command.line_id), now.talent(command.talent_id)
    hours = {month: amount for month, amount in command.hours.items() if amount}
    if line is None or talent is None or not hours:
        return (Phrase.of("assign_nothing"),)
    pair = (command.line_id, command.talent_id)
    if any(pin.pair == pair for pin in now.problem.pins):
        return (Phrase.of("assign_fixed_already"),)
    lost = [name for name in losses(now.problem, line, talent) if name != "hours"]
    found = [Phrase.of(f"assign_condition_{name}") for name in lost]
    more = Assignment(line_id=pair[0], talent_id=pair[1], hours=hours)
    stay = [a for a in now.staying(line) if a.pair != pair]
    for name in broken_by(now.problem, stay, more):
        if name != "eligible":
            found.append(Phrase.of(f"assign_breaks_{name}"))
        elif not lost:  # in some of the months alone
            found.append(Phrase.of("assign_months"))
    return tuple(found)


async def assign(session: Session, command: Assign) -> Assigned:
    """Raises Mistake with every rule that it would break; TryAgain while the pool is planned."""
    now = await standing(session, command.pool_id)
    if broken := obstacles(now, command):
        raise Mistake("several", each=broken)
    live = await session.reads.matches(command.pool_id, live_only=True)
    pair = (command.line_id, command.talent_id)
    if there := next((m for m in live if (m.line_id, m.talent_id) == pair), None):
        raise Mistake("assign_planned_already", match_id=there.match_id)
    request = await session.desk.known_request(command.pool_id, request_of(command.line_id))
    terms = terms_of(request, command.line_id)
    # The version is part of the name, so that a pair may come again, and the same twice is one.
    name = f"{command.pool_id}/{'/'.join(pair)}/{now.plan.version}/by hand"
    match = Match(
        pool_id=command.pool_id,
        match_id=MatchId(f"M-{uuid5(NAMESPACE_URL, name).hex[:16]}"),
        line_id=command.line_id,
        talent_id=command.talent_id,
        hours={month: amount for month, amount in command.hours.items() if amount},
        terms=terms,
    )
    return Assigned(match=match, receipt=await session.desk.assign(match))
