"""The sample pools, planned, in a store of their own: no process, no command line, no seconds."""

from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from itertools import groupby
from pathlib import Path
from typing import Any
from unittest.mock import patch

from application.session import ReadSession
from consumers.ingest import ingest_consumer
from infra.logging import set_up
from infra.settings import Settings
from matcher.building.geography import Geography
from matcher.check import terms
from matcher.explain import explain
from matcher.plan import Plan, Status
from matcher.planning.planner import Planner
from matcher.problem import Problem
from matcher.roster.greedy import greedy
from models.facts import STATED
from models.ids import PoolId
from producers import demo
from service.demo.tour import Demo
from service.wiring import Parts, opened, opened_store
from tests import make


class Greedy:
    """Answers with the greedy plan, the same each time."""

    async def solve(self, problem: Any, *, seconds: Any, start: Any = ()) -> Any:
        made = greedy(problem, start)
        points = terms(problem, made)
        return Plan(
            pool_id=problem.pool_id,
            version=problem.version,
            months=problem.months,
            status=Status.FEASIBLE,
            method="greedy",
            assignments=made,
            terms=points,
            score=points.score,
            bound=points.score + 1000,
        )


class Near(Geography):
    """Everything is three quarters of an hour away, so that visits cost hours."""

    def way(self, base: Any, there: Any) -> Any:
        return 3


def settings(database: Path) -> Settings:
    """Of the store in this file, and quiet."""
    return Settings(database=f"sqlite:///{database}", kafka="", log_level="error")


async def fill(database: Path) -> None:
    """State the sample pools, take them in, plan each once; one line says what would be enough."""
    set_up("text", "error")
    async with opened(settings(database), now=lambda: make.NOW) as parts:
        await Demo(parts=parts, settled=nothing).seed()
        await take_in(parts)
        solver = Greedy()
        flows = Planner(
            store=parts.store,
            solver=solver,
            improver=solver,
            now=parts.now,
            region=Near(),
            improve_seconds=0,
        )
        with patch("matcher.planning.planner.explain", _explained):
            for pool_id in demo.POOLS:
                await flows.plan_pool(PoolId(pool_id))


def _explained(problem: Problem, plan: Plan, **given: Any) -> Plan:
    """With causes, and with what is enough for the first line that has it: all would take long."""
    made = explain(problem, plan, **given | {"seconds": 0})
    for at, row in enumerate(made.unmet):
        found = explain(problem, plan, only={row.line_id}).unmet[0]
        if found.enough:
            unmet = (*made.unmet[:at], found, *made.unmet[at + 1 :])
            return made.model_copy(update={"unmet": unmet})
    return made


async def nothing() -> None:
    """Nobody waits here."""


async def take_in(parts: Parts) -> None:
    """Apply every fact of the log in its order, as the ingest group would."""
    consumer = ingest_consumer(parts.store)
    records = []
    topics = [fact.topic for fact in STATED]
    count = await parts.event_log.lag("talentpool-nobody", topics)
    async with aclosing(parts.event_log.tail(topics, past=count)) as tail:
        async for record in tail:
            records.append(record)
            if len(records) == count:
                break
    for _, batch in groupby(records, key=lambda each: (each.topic, each.partition)):
        await consumer.handle(list(batch))


@asynccontextmanager
async def looking(database: Path) -> AsyncIterator[ReadSession]:
    """A session of somebody who reads it."""
    async with opened_store(settings(database)) as (store, places):
        yield ReadSession(reads=store, places=places, now=lambda: make.NOW)
