"""The flow: the log answers and keeps everything, and nothing is left lying on the way."""

from collections import Counter

from application.queries.health_probes import Seen
from models.facts import TOPICS
from service.health_checks.opened_world import OpenedWorld, watched
from service.health_checks.seen import NOT_YET, number, text
from service.running.consumer_groups import GROUPS


class FlowChecks(OpenedWorld):
    """Checks of what is on its way."""

    async def log_answers(self) -> Seen:
        return True, NOT_YET if self.no_log else text(await self.event_log.ping())

    async def topics_keep_everything(self) -> Seen:
        """No topic of facts is set to let go of records."""
        if self.no_log:
            return True, NOT_YET
        forgetting = await self.event_log.forgetting(TOPICS)
        return not forgetting, text("; ".join(forgetting)) if forgetting else number(len(TOPICS))

    async def lag_shrinks(self, group: str) -> Seen:
        """None waiting, or fewer and fewer."""
        if self.no_log:
            return True, NOT_YET

        async def lag() -> int:
            return await self.event_log.lag(group, GROUPS[group])

        first = await lag()
        last = first and await watched(lag, lambda now: now == 0 or now < first)
        return last == 0 or last < first, number(last)

    async def outbox_is_empty(self) -> Seen:
        """Empty, or emptied while we look."""
        if self.no_store:
            return True, NOT_YET
        first = await self.store.outbox(1)
        now = first and await watched(lambda: self.store.outbox(1), lambda now: now != first)
        waiting = number(len(await self.store.outbox(1000)))
        return not first or now != first, waiting

    async def nothing_is_aside(self) -> Seen:
        """The log refused nothing that the store wants to say."""
        if self.no_store:
            return True, NOT_YET
        refused = Counter(f"{topic}: {why}" for topic, why in await self.store.aside())
        words = "; ".join(f"{count:,} {what}" for what, count in refused.most_common(3))
        return not refused, text(words) if words else number(0)

    async def nothing_is_dead(self) -> Seen:
        if self.no_store:
            return True, NOT_YET
        count = len(await self.store.dead_letters(status="new"))
        return count == 0, number(count)
