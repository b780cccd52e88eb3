"""Comparisons under way: begun by a page, looked at by the next one, one at a time."""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import structlog

from application.queries.whatif import Compared, WhatIf
from application.session import ReadSession
from matcher.whatif import Scenario
from models.accounts import AccountId
from models.errors import Mistake, TalentPoolError, kind_and_place
from models.ids import PoolId
from models.phrase import Phrase

log = structlog.get_logger()

#: Compares: a session, what is asked, and who is told which plan is next.
Compare = Callable[[ReadSession, WhatIf, Callable[[int], None]], Awaitable[Compared]]
Whose = tuple[AccountId, PoolId, str]
#: Seconds for each plan; results that are kept.
SECONDS, _KEPT = 4.0, 30


@dataclass(slots=True, kw_only=True)
class Job:
    """One comparison: how far it is, then its result or why there is none."""

    key: str  #: of what is compared
    plans: int
    done: int = 0
    waits: bool = True  #: another comparison is before it
    result: Compared | None = None
    failed: Phrase | None = None
    task: "asyncio.Task[None] | None" = field(default=None, repr=False)

    @property
    def running(self) -> bool:
        """Whether its result is still to come."""
        return self.result is None and self.failed is None


class Comparisons:
    """Comparisons of all accounts of this process; lost with it, and made again by a click."""

    def __init__(self, compare: Compare) -> None:
        self._compare = compare
        self._jobs: OrderedDict[Whose, Job] = OrderedDict()
        self._one = asyncio.Semaphore(1)

    def job(self, account: AccountId, pool_id: PoolId, what: str = "") -> Job | None:
        """The last one that was begun; `what` tells apart what pages compare."""
        return self._jobs.get((account, pool_id, what))

    def begin(self, session: ReadSession, account: AccountId, asked: WhatIf, what: str = "") -> Job:
        """Begin one in the background. Mistake where one of this account is under way."""
        whose, key = (account, asked.pool_id, what), key_of(asked.scenarios)
        if any(who[0] == account and job.running for who, job in self._jobs.items()):
            if (same := self._jobs.get(whose)) and same.key == key and same.running:
                return same
            raise Mistake("whatif_under_way")
        job = Job(key=key, plans=len(asked.scenarios))
        self._jobs[whose] = job
        self._jobs.move_to_end(whose)
        while len(self._jobs) > _KEPT:
            self._jobs.popitem(last=False)
        job.task = asyncio.create_task(self._run(session, asked, job))
        return job

    async def _run(self, session: ReadSession, asked: WhatIf, job: Job) -> None:
        def begun(done: int) -> None:
            job.done = min(done, job.plans)

        try:
            async with self._one:
                job.waits = False
                job.result = await self._compare(session, asked, begun)
        except TalentPoolError as error:
            job.failed = error.phrase
        except Exception as error:
            log.error("whatif.failed", pool_id=asked.pool_id, reason=kind_and_place(error))
            job.failed = Phrase.of("web_failed")


def key_of(scenarios: Sequence[Scenario]) -> str:
    """Of what they would change."""
    text = "\n".join(each.model_dump_json() for each in scenarios)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
