"""Everything the service stands on, one check each: whether it is fine, and what there is."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

from application.queries.health_probes import Probes, Seen
from models.errors import Mistake, TalentPoolError
from models.phrase import Phrase

#: Seconds; a check that hangs is a fault as well.
_DEADLINE = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing to look at; words tell of it by its kind, programs by its name."""

    kind: str
    look: Callable[[], Awaitable[Seen]]
    subject: str | None = None  #: which one, where there are several of a kind
    #: kinds of checks; where one is not fine or left out, this one is left out
    needs: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """`event log`, `lag: ingest`: the same in every language and version."""
        words = self.kind.replace("_", " ")
        return f"{words}: {self.subject}" if self.subject else words


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check came to; how to mend what is not fine, words know by the kind."""

    kind: str
    name: str
    subject: str | None
    fine: bool
    detail: Phrase


async def health(
    probes: Probes, groups: Sequence[str], only: Sequence[str] = ()
) -> Sequence[Finding]:
    """Every check in order, or those whose name begins with one of `only`; all at once.

    Nothing is made or changed, and no error gets out.
    """
    looks: dict[str, list[asyncio.Task[Finding | None]]] = {}
    async with asyncio.TaskGroup() as group:
        for check in checks(probes, groups):
            if not only or check.name.startswith(tuple(only)):
                needed = [look for kind in check.needs for look in looks.get(kind, ())]
                look = group.create_task(_after(needed, check))
                looks.setdefault(check.kind, []).append(look)
    return [found for each in looks.values() for look in each if (found := look.result())]


def checks(probes: Probes, groups: Sequence[str]) -> Sequence[Check]:
    """Everything that is looked at, in order; the lag of each consumer group."""
    whole = ("restore",)
    return (
        Check(kind="settings", look=probes.settings_read),
        Check(kind="being_restored", look=probes.no_restore_runs, needs=("settings",)),
        Check(kind="store", look=probes.store_answers, needs=("being_restored",)),
        Check(kind="tables", look=probes.tables_are_new, needs=("store",)),
        Check(kind="restore", look=probes.store_is_whole, needs=("tables",)),
        Check(kind="event_log", look=probes.log_answers, needs=("being_restored",)),
        Check(kind="topics", look=probes.topics_keep_everything, needs=("event_log",)),
        *(
            Check(
                kind="lag",
                subject=group.removeprefix("talentpool-"),
                look=partial(probes.lag_shrinks, group),
                needs=("event_log", *whole),
            )
            for group in groups
        ),
        Check(kind="outbox", look=probes.outbox_is_empty, needs=whole),
        Check(kind="outbox_put_aside", look=probes.nothing_is_aside, needs=whole),
        Check(kind="pools_not_planned", look=probes.pools_are_planned, needs=whole),
        Check(kind="dead_letters", look=probes.nothing_is_dead, needs=whole),
        Check(kind="waiting_decisions", look=probes.no_decision_waits, needs=whole),
        Check(kind="agreements", look=probes.agreements_hold, needs=whole),
        Check(kind="solver", look=probes.solver_answers),
        Check(kind="municipalities", look=probes.registry_is_whole),
        Check(kind="municipality_file", look=probes.municipalities_are_read),
        Check(kind="shapes_file", look=probes.shapes_are_read),
        Check(kind="clock", look=probes.clock_fits, needs=whole),
        Check(kind="disk", look=probes.disk_has_room),
    )


async def _after(needed: Sequence[asyncio.Task[Finding | None]], check: Check) -> Finding | None:
    """None where something that it needs is not fine, or was left out for the same reason."""
    for each in needed:
        before = await each
        if before is None or not before.fine:
            return None
    return await _found(check)


async def _found(check: Check) -> Finding:
    try:
        async with asyncio.timeout(_DEADLINE):
            fine, detail = await check.look()
    except TimeoutError:
        fine, detail = False, Phrase.of("seen_no_answer", seconds=f"{_DEADLINE:g}")
    except Exception as error:  # whatever is broken here is what we are asked to find
        fine, detail = False, _said(error)
    return Finding(
        kind=check.kind, name=check.name, subject=check.subject, fine=fine, detail=detail
    )


def _said(error: Exception) -> Phrase:
    """What somebody can mend as it is said; of others the kind and how what they say begins."""
    if isinstance(error, Mistake):
        return error.phrase
    kind = type(error).__name__
    if isinstance(error, TalentPoolError):
        return Phrase.of("seen_error", kind=kind, said=error.phrase)
    return Phrase.of("seen_error", kind=kind, said=str(error).partition("\n")[0][:200])
