"""What health is found by: the outside world as settings name it, looked at once for each check."""

import asyncio
import shutil
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from application.queries.health_probes import Seen
from infra.embedded.single_instance import restore_at_work
from infra.registry import Registry
from infra.settings import Settings
from infra.store.database import Database
from infra.store.engine import database_url
from infra.store.store import SqlStore
from infra.store.upgrade import config
from matcher.check import faults
from matcher.plan import Status
from matcher.problem import Problem
from matcher.roster.greedy import greedy
from matcher.solver_process.solver_client import SolverProcess
from models.event_log import EventLog
from models.facts import TOPICS
from models.months import month_of, plus
from models.phrase import Phrase
from models.pool_settings import PoolSettings
from service.office_time import Clock
from service.running.consumer_groups import GROUPS
from service.wiring import make_log, region

FREE_GIGABYTES = 1.0
#: Municipalities of Japan.
_MUNICIPALITIES = 1741
#: Seconds that a lag may take to shrink before it is called a lag.
_PATIENCE = 3.0
#: So many of what is wrong are named.
_NAMED = 5
_NOT_YET = Phrase.of("seen_not_yet")
_FINE = Phrase.of("seen_fine")


@dataclass(kw_only=True)
class HealthProbes:
    """The outside world as settings name it; opened as needed, never made."""

    settings: Settings
    now: Clock
    _opened: list[SqlStore | EventLog] = field(default_factory=list)

    async def close(self) -> None:
        """Let go of everything that was opened."""
        for each in self._opened:
            await each.close()

    @cached_property
    def _store(self) -> SqlStore:
        store = SqlStore(self.settings.database)
        self._opened.append(store)
        return store

    @cached_property
    def _log(self) -> EventLog:
        event_log = make_log(self.settings)
        self._opened.append(event_log)
        return event_log

    @property
    def _no_store(self) -> bool:
        """The store is a file that is still to be made."""
        database = database_url(self.settings.database)
        return (
            database.get_backend_name() == "sqlite" and not Path(database.database or "").exists()
        )

    @property
    def _no_log(self) -> bool:
        return not self.settings.kafka and not self.settings.embedded_file.exists()

    async def settings_read(self) -> Seen:
        """The password and every option of the URL stay hidden."""
        url = database_url(self.settings.database)
        url = url.set(drivername=url.get_backend_name(), query={})
        engine = self.settings.kafka or "embedded log"
        return True, _text(f"{url.render_as_string(hide_password=True)}, {engine}")

    async def no_restore_runs(self) -> Seen:
        """Nothing else can be said of a store that is being restored."""
        process = await asyncio.to_thread(restore_at_work, self.settings.embedded_file)
        return not process, _text(f"PID {process}" if process else "")

    async def store_answers(self) -> Seen:
        return True, _NOT_YET if self._no_store else _text(await self._store.ping())

    async def tables_are_new(self) -> Seen:
        if self._no_store:
            return True, _NOT_YET
        database = Database(self.settings.database)
        try:
            async with database.reading() as connection:
                current, newest = await connection.run_sync(_revisions)
        finally:
            await database.close()
        return current == newest, _text(f"{current or 'none'} ({newest})")

    async def store_is_whole(self) -> Seen:
        """No restore was broken off."""
        if not self._no_store:
            await self._store.look_whole()
        return True, _FINE

    async def log_answers(self) -> Seen:
        return True, _NOT_YET if self._no_log else _text(await self._log.ping())

    async def topics_keep_everything(self) -> Seen:
        """No topic of facts is set to let go of records."""
        if self._no_log:
            return True, _NOT_YET
        forgetting = await self._log.forgetting(TOPICS)
        return not forgetting, _text("; ".join(forgetting)) if forgetting else _number(len(TOPICS))

    async def lag_shrinks(self, group: str) -> Seen:
        """None waiting, or fewer and fewer."""
        if self._no_log:
            return True, _NOT_YET
        first = last = await self._log.lag(group, GROUPS[group])
        deadline = asyncio.get_running_loop().time() + _PATIENCE
        while last and last >= first and asyncio.get_running_loop().time() < deadline:
            await asyncio.sleep(0.1)
            last = await self._log.lag(group, GROUPS[group])
        return last == 0 or last < first, _number(last)

    async def outbox_is_empty(self) -> Seen:
        """Empty, or emptied while we look."""
        if self._no_store:
            return True, _NOT_YET
        oldest = await self._store.outbox(1)
        deadline = asyncio.get_running_loop().time() + _PATIENCE
        while oldest and asyncio.get_running_loop().time() < deadline:
            await asyncio.sleep(0.1)
            now = await self._store.outbox(1)
            if not now or now[0][0] != oldest[0][0]:
                return True, _number(len(await self._store.outbox(1000)))
        return not oldest, _number(len(await self._store.outbox(1000)))

    async def pools_are_planned(self) -> Seen:
        """No pool's last try to be planned failed."""
        if self._no_store:
            return True, _NOT_YET
        failed = await self._store.plan_failures()
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
        return not failed, Phrase.of("seen_each", each=each) if each else _number(0)

    async def nothing_is_aside(self) -> Seen:
        """The log refused nothing that the store wants to say."""
        if self._no_store:
            return True, _NOT_YET
        refused = Counter(f"{topic}: {why}" for topic, why in await self._store.aside())
        words = "; ".join(f"{count:,} {what}" for what, count in refused.most_common(3))
        return not refused, _text(words) if words else _number(0)

    async def nothing_is_dead(self) -> Seen:
        if self._no_store:
            return True, _NOT_YET
        count = len(await self._store.dead_letters(status="new"))
        return count == 0, _number(count)

    async def no_decision_waits(self) -> Seen:
        if self._no_store:
            return True, _NOT_YET
        found = await self._store.waiting()
        named = tuple(dict.fromkeys(each.match_id for each in found[:3]))
        return not found, _some(len(found), named)

    async def agreements_hold(self) -> Seen:
        """No agreement that is asked again or that facts speak against waits for a coordinator."""
        if self._no_store:
            return True, _NOT_YET
        found = [
            match.match_id
            for pool_id in await self._store.pools()
            for match in await self._store.matches(pool_id, live_only=True)
            if match.asked_again or match.contradictions
        ]
        more = ("…",) if len(found) > _NAMED else ()
        return not found, _some(len(found), (*found[:_NAMED], *more))

    async def solver_answers(self) -> Seen:
        """The child process proves the best plan of a small problem; its stand-in could not."""
        solver = SolverProcess(greedy)
        try:
            plan = await solver.solve(SMALL, seconds=2.0)
        finally:
            await solver.close()
        broken = faults(SMALL, plan)
        whole = plan.served == sum(line.asked for line in SMALL.lines)
        fine = plan.status is Status.OPTIMAL and whole and not broken
        return fine, _text(str(broken[0]) if broken else f"{plan.status}, {plan.method}")

    async def registry_is_whole(self) -> Seen:
        count = len(await asyncio.to_thread(Registry().municipalities))
        return count == _MUNICIPALITIES, _number(count)

    async def municipalities_are_read(self) -> Seen:
        """The file that tells how municipalities are, where the settings name one."""
        if self.settings.municipalities is None:
            return True, _text("-")
        known = await asyncio.to_thread(region, self.settings)
        return True, _number(len(known.municipalities))

    async def clock_fits(self) -> Seen:
        """The present month is the first of every plan."""
        month = month_of(self.now().date())
        last = plus(month, PoolSettings().horizon - 1)
        shown = Phrase.of("seen_months", first=month, last=last)
        if self._no_store:
            return True, shown
        for pool_id in await self._store.pools():
            plan = await self._store.plan(pool_id)
            if plan and plan.months[0] != month:
                begins = plan.months[0]
                return False, Phrase.of("seen_clock", now=month, pool_id=pool_id, begins=begins)
        return True, shown

    async def disk_has_room(self) -> Seen:
        """At the place of the data, or where it will be."""
        place = self.settings.embedded_file.absolute()
        while not place.exists():
            place = place.parent
        free = shutil.disk_usage(place).free / 1e9
        return free >= FREE_GIGABYTES, _text(f"{free:,.1f} GB")


def _text(text: str) -> Phrase:
    """An address, a version, a name: the same in every language."""
    return Phrase.of("seen", text=text)


def _number(count: int) -> Phrase:
    return Phrase.of("seen_number", count=count)


def _some(count: int, named: tuple[str, ...]) -> Phrase:
    return Phrase.of("seen_some", count=count, named=named) if named else _number(count)


def _revisions(connection: Connection) -> tuple[str | None, str | None]:
    head = ScriptDirectory.from_config(config(connection)).get_current_head()
    return MigrationContext.configure(connection).get_current_revision(), head


#: One talent with time for one line.
SMALL = Problem.model_validate_json(
    """
    {"pool_id": "20", "months": ["2026-04"],
     "talents": [{"talent_id": "T", "roles": ["pm"], "contract_from": "2026-04",
                  "contract_until": "2026-04", "capacity": {"2026-04": 16}}],
     "lines": [{"line_id": "R/1", "request_id": "R", "municipalities": ["202011"],
                "role": "pm", "hours": {"2026-04": 8}}]}
    """
)
