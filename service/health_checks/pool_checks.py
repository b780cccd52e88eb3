"""The pools: planned, from this month on, and with nothing that waits for a person."""

from application.queries.health_probes import Seen
from models.months import month_of, plus
from models.phrase import Phrase
from models.pool_settings import PoolSettings
from service.health_checks.opened_world import OpenedWorld
from service.health_checks.seen import NOT_YET, number, some

#: So many of what is wrong are named.
_NAMED = 5


class PoolChecks(OpenedWorld):
    """Checks of what was stated and planned."""

    async def pools_are_planned(self) -> Seen:
        """No pool's last try to be planned failed."""
        if self.no_store:
            return True, NOT_YET
        failed = await self.store.plan_failures()
        each = tuple(
            Phrase.of(
                "seen_not_planned",
                pool_id=failure.pool_id,
                reason=failure.reason,
                tries=failure.tries,
                since=f"{failure.since:%F %R}Z",
            )
            for failure in failed
        )
        return not failed, Phrase.of("seen_each", each=each) if each else number(0)

    async def no_decision_waits(self) -> Seen:
        if self.no_store:
            return True, NOT_YET
        found = await self.store.waiting()
        named = tuple(dict.fromkeys(each.match_id for each in found[:3]))
        return not found, some(len(found), named)

    async def agreements_hold(self) -> Seen:
        """No agreement that is asked again or that facts speak against waits for a coordinator."""
        if self.no_store:
            return True, NOT_YET
        found = [
            match.match_id
            for pool_id in await self.store.pools()
            for match in await self.store.matches(pool_id, live_only=True)
            if match.asked_again or match.contradictions
        ]
        more = ("…",) if len(found) > _NAMED else ()
        return not found, some(len(found), (*found[:_NAMED], *more))

    async def clock_fits(self) -> Seen:
        """The present month is the first of every plan."""
        month = month_of(self.now().date())
        last = plus(month, PoolSettings().horizon - 1)
        shown = Phrase.of("seen_months", first=month, last=last)
        if self.no_store:
            return True, shown
        for pool_id in await self.store.pools():
            plan = await self.store.plan(pool_id)
            if plan and plan.months[0] != month:
                begins = plan.months[0]
                return False, Phrase.of("seen_clock", now=month, pool_id=pool_id, begins=begins)
        return True, shown
