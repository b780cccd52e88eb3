"""The service while it runs: it takes events, plans, and says what came of it."""

import asyncio

from application.exports.match_document import webhook_body
from consumers.dead_letters import dead_letters_consumer
from consumers.ingest import ingest_consumer
from consumers.matches import matches_consumer
from consumers.pools import pools_consumer
from consumers.webhook_delivery import WebhookDelivery
from consumers.webhooks import webhooks_consumer
from infra.webhook_sender import WebhookSender
from matcher.planning.isolated_planner import IsolatedPlanner
from matcher.planning.planner import Planner
from matcher.roster.greedy import greedy
from matcher.solver_process.solver_client import SolverProcess
from models.errors import Mistake, Stuck
from models.event_log import Consumer
from models.log import log
from models.retry import patiently
from producers.outbox import relay
from service.running.consumer_groups import DEAD_LETTERS, GROUPS, INGEST, MATCH_LOG, MATCHER
from service.running.pending_calls import PendingCalls
from service.running.plans_after_facts import PlansAfterFacts
from service.running.watchdog import Watchdog
from service.wiring import Parts, region

#: Seconds between two looks at the calendar.
_LOOK_AT_CALENDAR = 60.0


class Service:
    """Consumers, relay and matcher of one process."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._pending = PendingCalls()
        self._store = self._pending.calls("store", parts.store)
        compiles = parts.settings.compile_search
        self._solver = SolverProcess(greedy, compiles=compiles)
        self._improver = SolverProcess(greedy)
        self.flows = Planner(
            store=self._store,
            solver=self._solver,
            improver=self._improver,
            now=parts.now,
            region=region(parts.settings),
            seconds=parts.settings.solve_seconds,
            improve_seconds=parts.settings.improve_seconds,
        )
        self._planner = IsolatedPlanner(
            plan=self._pending.call("plan", self.flows.plan_pool), store=self._store, now=parts.now
        )
        self._sender = WebhookSender()
        self._webhooks = WebhookDelivery(
            store=self._store,
            send=self._sender,
            now=parts.now,
            hosts=parts.settings.allowed_webhook_hosts,
        )
        self._plans_after_facts = PlansAfterFacts(self._facts_waiting, self._planner.plan_pool)

    @property
    def consumers(self) -> tuple[Consumer, ...]:
        """Everything that reads a topic, in the order of the flow."""
        store = self._store
        return (
            ingest_consumer(store),
            pools_consumer(self._plans_after_facts.plan_pool, store),
            matches_consumer(store),
            webhooks_consumer(store, webhook_body),
            dead_letters_consumer(store),
        )

    async def run(self) -> None:
        """Serve until cancelled; ends with the first error that nobody expected.

        Raises Stuck where something neither goes on nor says why.
        """
        event_log, seconds = self._parts.event_log, self._parts.settings.stuck_seconds
        try:
            with Watchdog(self._pending, seconds=seconds) as watchdog:
                async with asyncio.TaskGroup() as group:
                    group.create_task(watchdog.watch())
                    await self._begin()
                    group.create_task(event_log.run(self.consumers))
                    group.create_task(relay(self._store, self._pending.calls("log", event_log)))
                    group.create_task(self._plans_after_facts.watch())
                    group.create_task(self._follow_the_calendar())
                    group.create_task(self._webhooks.run())
        except ExceptionGroup as errors:
            first = errors.exceptions[0]
            if isinstance(first, Mistake | Stuck):  # said already, or for a person to mend
                raise first from None
            log.error("service.failed", reason=repr(first)[:500])
            raise
        finally:
            await self.flows.stop()
            await self._solver.close()
            await self._improver.close()
            await self._sender.close()
            log.info("service.stopped")

    async def _begin(self) -> None:
        """Warm, and with log and store in reach."""
        names = [await patiently(each.ping) for each in (self._parts.event_log, self._store)]
        log.info("service.started", log=names[0], store=names[1])
        await self._pending.call("solver", self._solver.warm)()

    async def _follow_the_calendar(self) -> None:
        """Plan pools anew when the month turns, and those that could not be planned before."""

        async def look() -> float:
            for pool_id in await self._store.pools():
                await self._plans_after_facts.plan_pool(pool_id)
            return await self._planner.seconds_to_next_try(_LOOK_AT_CALENDAR)

        while True:
            wait = await patiently(look)
            await asyncio.sleep(wait)

    async def _facts_waiting(self) -> int:
        return await self._lag(INGEST)

    async def settled(self) -> None:
        """Wait until everything appended so far is applied, planned and relayed.

        Improving may go on; what lies around a change has had its second look.
        """
        # Log and store may belong to other processes: nobody could set an event for us.
        while not await self._is_settled():  # noqa: ASYNC110
            await asyncio.sleep(0.05)

    async def _is_settled(self) -> bool:
        store = self._parts.store
        # In the order of the flow: what one step has finished, the next one can see.
        return (
            await self._lag(INGEST) == 0
            and not await store.outbox(1)
            and await self._lag(MATCHER) == 0
            and not self.flows.repairing
            and not await store.outbox(1)
            and await self._lag(MATCH_LOG) == 0
            and await self._lag(DEAD_LETTERS) == 0
        )

    async def _lag(self, group: str) -> int:
        return await self._parts.event_log.lag(group, GROUPS[group])
