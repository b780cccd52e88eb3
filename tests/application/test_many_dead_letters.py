"""Many dead letters at once, and a letter twice."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from application.commands.dead_letters import (
    DropDeadLetter,
    ReplayDeadLetter,
    drop_dead_letter,
    replay_dead_letter,
    replay_new_letters,
)
from application.letter_filter import LetterFilter
from application.session import Session
from models.errors import Mistake, TooLarge
from models.event_log import NewRecord
from models.facts import RequestStated
from models.ids import PoolId, RequestId
from service.wiring import Parts
from tests.application.letters import Spoilt, World, died, put_aside, spoilt, world_in
from tests.cli.stock import served


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Runs a test's work on a store and a log of its own."""
    return world_in(tmp_path)


def test_one_that_cannot_be_replayed_does_not_hold_up_the_others(
    world: World,
) -> None:
    async def work(parts: Parts, session: Session) -> None:
        first, _ = await put_aside(parts, "R-1", "R-2")

        async def append(records: Sequence[NewRecord]) -> None:
            if records[0].value == first.value:
                raise TooLarge
            await parts.event_log.append(records)

        desk = replace(session.desk, event_log=Spoilt(parts.event_log, append))

        many = await replay_new_letters(replace(session, desk=desk))

        assert [why.code for _, why in many.refused] == ["letter_too_large"]
        assert [each.letter.status for each in many.done] == ["replayed"]
        await served(parts)
        assert await parts.store.request(PoolId("20"), RequestId("R-2")) is not None

    world(work)


def test_of_many_those_that_would_die_again_are_not_appended(
    world: World,
) -> None:
    async def work(parts: Parts, session: Session) -> None:
        [letter] = await died(parts, spoilt("R-1")[0])
        await put_aside(parts, "R-2")

        many = await replay_new_letters(session)
        await served(parts)

        assert [(str(each.id), why.code) for each, why in many.refused] == [
            (letter, "fact_malformed")
        ]
        assert len(many.done) == 1
        statuses = [each.status for each in await parts.store.dead_letters()]
        assert sorted(statuses) == ["new", "replayed"]

    world(work)


def test_of_many_only_those_that_fit_are_replayed(
    world: World,
) -> None:
    async def work(parts: Parts, session: Session) -> None:
        await put_aside(parts, "R-1", "R-2")

        none = await replay_new_letters(session, LetterFilter(reason="fact_malformed"))
        one = await replay_new_letters(session, LetterFilter(pool="20"), most=1)
        rest = await replay_new_letters(session, LetterFilter(topic=RequestStated.topic))
        nothing = await replay_new_letters(session)

        assert [len(each.done) for each in (none, one, rest, nothing)] == [0, 1, 1, 0]

    world(work)


def test_a_second_replay_or_drop_is_refused(
    world: World,
) -> None:
    async def work(parts: Parts, session: Session) -> None:
        [letter] = await died(parts, spoilt()[0])
        await replay_dead_letter(session, ReplayDeadLetter(letter=letter))
        with pytest.raises(Mistake) as again:
            await replay_dead_letter(session, ReplayDeadLetter(letter=letter))
        drop = DropDeadLetter(letter=letter, reason="twice")
        with pytest.raises(Mistake) as unsaid:
            await drop_dead_letter(session, replace(drop, reason="　"))
        await drop_dead_letter(session, drop)
        with pytest.raises(Mistake) as gone:
            await drop_dead_letter(session, replace(drop, reason="another reason"))

        codes = [each.value.phrase.code for each in (again, unsaid, gone)]
        assert codes == [
            "letter_replayed_before",
            "letter_drop_needs_reason",
            "letter_dropped_before",
        ]
        [kept] = [each for each in await parts.store.dead_letters() if str(each.id) == letter]
        assert kept.dropped is not None
        assert kept.dropped.params["reason"] == "twice"

    world(work)
