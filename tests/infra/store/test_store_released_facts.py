"""Facts that every version so far has written are read and applied by this one."""

import json
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from consumers.reading import sort_out
from infra.store.store import SqlStore
from models.entities import Talent
from models.event_log import Record
from models.facts import FACTS, TalentStated
from models.ids import MatchId, PoolId
from models.match import MatchState
from tests import make
from tests.facts_of_a_version import FOLDER, write
from tests.infra.store import given

VERSIONS = sorted(path.name for path in FOLDER.iterdir())
TYPES = {fact.topic: fact for fact in FACTS}
#: The one that is written by the program as it is here.
PRESENT = "0.1.0"


def read(version: str, fact: str, offset: int = 0) -> Record:
    said = json.loads((FOLDER / version / f"{fact}.json").read_text(encoding="utf-8"))
    return Record(
        topic=said["topic"],
        key=said["key"],
        headers=tuple((name, text.encode()) for name, text in said["headers"].items()),
        value=json.dumps(said["value"], ensure_ascii=False).encode(),
        partition=0,
        offset=offset,
    )


def test_there_are_facts_of_several_versions() -> None:
    assert len(VERSIONS) >= 5
    assert PRESENT in VERSIONS


def test_the_files_of_the_present_version_are_what_it_writes(tmp_path: Path) -> None:
    write(PRESENT, tmp_path)

    for file in sorted((FOLDER / PRESENT).iterdir()):
        assert (tmp_path / PRESENT / file.name).read_text() == file.read_text(), (
            "a fact is written otherwise now: python -m tests.facts_of_a_version VERSION"
        )


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("fact", [fact.__name__ for fact in FACTS])
def test_nothing_that_was_said_is_lost(version: str, fact: str) -> None:
    record = read(version, fact)

    [taken], dead = sort_out([record], TYPES)

    assert dead == []
    assert _holds(json.loads(taken.message.fact.model_dump_json()), json.loads(record.value))


@pytest.mark.parametrize("version", VERSIONS)
async def test_facts_of_a_version_are_applied(store: SqlStore, version: str) -> None:
    names = ("RequestStated", "TalentStated", "PoolConfigured", "DecisionMade")
    records = [read(version, fact, offset) for offset, fact in enumerate(names)]
    taken, _ = sort_out(records, TYPES)
    first = await store.ingest(taken[:3], [])
    terms = {"terms": decision.terms} if (decision := taken[3].message.fact.match) else {}  # type: ignore[attr-defined]
    await given.ingest(store, given.configured(99, pool_id="15"))
    snapshot = await store.snapshot(PoolId("20"))
    assert snapshot
    match = make.match(match_id="M-1", revision=2, hours=make.hours(51), **terms)
    await store.commit_plan(
        given.plan(snapshot.version),
        problem=given.problem(snapshot.version),
        matches=[match],
        ledger=(),
        outbox=(),
    )

    done = await store.ingest(taken[3:], [])

    assert (len(first.applied), first.dead) == (3, ())
    assert (len(done.applied), done.dead) == (1, ())
    declined = await store.match(MatchId("M-1"))
    assert declined
    assert declined.state is MatchState.DECLINED


class NextForm(StrEnum):
    """Forms of employment, with one that this version does not know."""

    FULL_TIME = "full_time"
    ROBOT = "robot"


class NextTalent(Talent):
    form: NextForm = NextForm.FULL_TIME  # type: ignore[assignment]


class NextStated(TalentStated):
    talent: NextTalent


async def test_what_a_newer_version_wrote_is_applied_by_it_after_a_replay(
    store: SqlStore,
) -> None:
    talent = NextTalent.model_validate(make.talent().model_dump() | {"form": "robot"})
    record = make.record(NextStated(talent=talent))
    _, dead = sort_out([record], TYPES)
    await store.ingest([], dead)
    [letter] = await store.dead_letters(reason="written_by_newer_version")
    kept = await store.dead_letter(letter.id)
    assert kept

    again = replace(record, value=kept.original.value, headers=kept.original.headers, offset=9)
    taken, _ = sort_out([again], {TalentStated.topic: NextStated})
    done = await store.ingest(taken, [])

    assert [each.message.fact for each in done.applied] == [NextStated(talent=talent)]


def _holds(now: Any, said: Any) -> bool:
    """Whether everything that was said is there; what was not said may be there too."""
    if isinstance(said, dict):
        return isinstance(now, dict) and all(
            value is None or _holds(now.get(name), value) for name, value in said.items()
        )
    if isinstance(said, list):
        return len(now) == len(said) and all(map(_holds, now, said))
    return bool(now == said)
