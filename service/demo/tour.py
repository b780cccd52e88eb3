"""The demo: real municipal projects of two prefectures, made-up people (見本), three changes.

The projects' titles, municipalities and fields are facts; roles, hours and months are generated.
"""

from collections.abc import Awaitable, Callable, Container, Sequence
from dataclasses import dataclass, field, replace
from uuid import NAMESPACE_URL, UUID, uuid5

from matcher.plan import Plan
from matcher.planning.changes import Changes, changes
from models.entities import RequestStatus, Talent
from models.facts import DecisionMade
from models.ids import PoolId, RequestId
from models.match import DeclineReason, MatchState, Side, Verb
from models.months import Month, month_of, plus
from models.phrase import Phrase
from producers import demo
from producers.desk import Desk
from service.wiring import Parts

#: The pool in which the changes happen: Nagano.
STAGE = PoolId("20")
#: Hours that a talent adds, in quarters: 16 h in each of three months.
_MORE = 64


@dataclass(frozen=True, kw_only=True)
class Step:
    """One change, and what it did to the plan."""

    name: str
    title: Phrase
    moved: Changes = field(default_factory=Changes)  #: what it did to the plan


@dataclass(kw_only=True)
class Demo:
    """Posts the sample pools once, then makes its three changes once; a repeat does nothing."""

    parts: Parts
    settled: Callable[[], Awaitable[None]]
    say: Callable[[Step], None] = field(default=lambda _: None)

    async def seed(self) -> int:
        """State settings, talents and requests that the store does not know; how many."""
        first = month_of(self.parts.now().date())
        posted = 0
        for pool_id in map(PoolId, demo.POOLS):
            if (await self.parts.store.settings(pool_id))[1] == 0:
                await self._desk("settings").configure(pool_id, demo.settings(pool_id))
                posted += 1
            posted += await self._state(pool_id, first)
        return posted

    async def _state(self, pool_id: PoolId, first: Month) -> int:
        store = self.parts.store
        known_talents = {t.talent_id for t in await store.talents(pool_id)}
        known_requests = {r.request_id for r in await store.requests(pool_id)}
        talents = [t for t in demo.talents(pool_id, first) if t.talent_id not in known_talents]
        requests = [r for r in demo.requests(pool_id, first) if r.request_id not in known_requests]
        new = {t.talent_id for t in talents}
        people = [p for p in demo.people(pool_id) if p.talent_id in new]
        await self._desk("seed").post(requests, talents, people)
        return len(talents) + len(requests)

    async def steps(self) -> list[Step]:
        """Decline a match, withdraw a request, add hours: each with the new plan."""
        done = []
        for step in (self._decline, self._withdraw, self._add_hours):
            before = await self.parts.store.plan(STAGE)
            if before is None or (made := await step()) is None:
                continue
            await self.settled()
            after = await self.parts.store.plan(STAGE)
            assert after is not None
            moved = changes(before.assignments, after.assignments)
            done.append(replace(made, moved=moved))
            self.say(done[-1])
        return done

    async def _decline(self) -> Step | None:
        desk = await self._once("decline")
        proposed = [
            m
            for m in await self.parts.store.matches(STAGE, live_only=True)
            if m.state is MatchState.PROPOSED
        ]
        if desk is None or not proposed:
            return None
        match = min(proposed, key=lambda m: (m.line_id, m.talent_id))
        await desk.decide(
            DecisionMade(
                pool_id=STAGE,
                match_id=match.match_id,
                verb=Verb.DECLINE,
                side=Side.TALENT,
                reason=DeclineReason.THIS_LINE,
            )
        )
        return Step(
            name="decline",
            title=Phrase.of("demo_declined", talent_id=match.talent_id, line_id=match.line_id),
        )

    async def _withdraw(self) -> Step | None:
        desk = await self._once("withdraw")
        plan = await self.parts.store.plan(STAGE)
        # The joint request stays: there is only one to be seen.
        alone = {
            r.request_id
            for r in await self.parts.store.requests(STAGE)
            if len(r.municipalities) == 1
        }
        request_id = _most_served(plan, alone) if plan else None
        if desk is None or request_id is None:
            return None
        request = await self.parts.store.request(STAGE, request_id)
        if request is None or request.status is RequestStatus.WITHDRAWN:
            return None
        await desk.withdraw_request(STAGE, request_id)
        return Step(
            name="withdraw",
            title=Phrase.of("demo_withdrawn", request_id=request_id),
        )

    async def _add_hours(self) -> Step | None:
        desk = await self._once("hours")
        talents = await self.parts.store.talents(STAGE)
        first = month_of(self.parts.now().date())
        # Somebody with few hours: where more of them show most.
        talent = min(talents, key=lambda t: (t.free(first) == 0, t.free(first), t.talent_id))
        if desk is None:
            return None
        months = [plus(first, k) for k in range(3)]
        await desk.amend_talent(STAGE, talent.talent_id, _more(talent, months))
        return Step(
            name="hours",
            title=Phrase.of("demo_more_hours", talent_id=talent.talent_id, hours=_MORE),
        )

    async def _once(self, name: str) -> Desk | None:
        """A desk whose event id is computed from the step; None where that was applied before."""
        if await self.parts.store.inbox_has(_event_id(name)):
            return None
        return self._desk(name, event_id=_event_id(name))

    def _desk(self, name: str, *, event_id: UUID | None = None) -> Desk:
        desk = replace(self.parts.desk, source=f"talentpool/demo/{name}")
        return replace(desk, new_id=lambda: event_id) if event_id else desk


def _event_id(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"talentpool/demo/{name}")


def _most_served(plan: Plan, among: Container[RequestId]) -> RequestId | None:
    served: dict[RequestId, int] = {}
    for assignment in plan.assignments:
        request_id = RequestId(assignment.line_id.rpartition("/")[0])
        if request_id in among:
            served[request_id] = served.get(request_id, 0) + assignment.total
    return max(served, key=lambda r: (served[r], r)) if served else None


def _more(talent: Talent, months: Sequence[Month]) -> Callable[[dict[str, object]], None]:
    def change(fields: dict[str, object]) -> None:
        fields["capacity"] = talent.capacity | {
            month: talent.capacity.get(month, 0) + _MORE for month in months
        }

    return change
