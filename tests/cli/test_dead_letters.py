"""`deadletters`: seen, shown without what they held, and replayed."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models.event_log import NewRecord
from models.facts import RequestStated
from models.ids import PoolId
from service.wiring import opened
from tests import make
from tests.cli.conftest import Talentpool
from tests.cli.stock import appended, served, settings

#: Planted where a person's name could stand.
CANARY = "KANARIA-TARO"
DATABASE = Path("var/talentpool.db")
GOOD = make.message(RequestStated(request=make.request("R-DEAD"))).record()


@pytest.fixture
def letter(stocked: Path, talentpool: Callable[..., Any]) -> str:
    """A dead letter: a request whose bytes were spoilt on their way; its id."""
    bytes_ = GOOD.value.replace(b'"request_id"', f'"{CANARY}"'.encode())
    foreign = (*GOOD.headers, ("x-sender", CANARY.encode()))
    asyncio.run(appended(DATABASE, replace(GOOD, value=bytes_, headers=foreign)))
    [letter] = json.loads(talentpool("deadletters", "list", "--json").out)["dead_letters"]
    return letter["id"]  # type: ignore[no-any-return]


async def requests() -> set[str]:
    """What the store knows once the service has taken everything."""
    async with opened(settings(DATABASE), now=lambda: make.NOW) as parts:
        await served(parts)
        return {r.request_id for r in await parts.store.requests(PoolId("20"))}


def test_no_dead_letters_is_said(stocked: Path, talentpool: Talentpool) -> None:
    said = talentpool("deadletters", "list")

    assert said.code == 0
    assert "ありません" in said.out
    assert json.loads(talentpool("deadletters", "list", "--json").out) == {"dead_letters": []}


def test_the_list_has_those_of_one_reason(letter: str, talentpool: Talentpool) -> None:
    of_newer = talentpool("deadletters", "list", "--reason", "written_by_newer_version", "--json")
    malformed = talentpool("deadletters", "list", "--reason", "fact_malformed", "--json")

    assert json.loads(of_newer.out) == {"dead_letters": []}
    assert len(json.loads(malformed.out)["dead_letters"]) == 1


def test_the_list_says_where_and_why_but_never_what(letter: str, talentpool: Talentpool) -> None:
    said = talentpool("deadletters", "list")

    assert letter[:8] in said.out
    assert "talentpool.requests.v1" in said.out
    assert "fact_malformed" in said.out
    assert CANARY not in said.out + talentpool("deadletters", "list", "--json").out


def test_showing_keeps_the_bytes_back_until_they_are_asked_for(
    letter: str, talentpool: Talentpool
) -> None:
    for form in ((), ("--json",)):
        said = talentpool("deadletters", "show", letter, *form)
        assert said.code == 0
        assert "ce_correlationid" in said.out
        assert "x-sender" in said.out
        assert CANARY not in said.out + said.err


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
def test_showing_the_bytes_warns_of_personal_data(
    letter: str, talentpool: Talentpool, form: Any
) -> None:
    said = talentpool("deadletters", "show", letter[:6], "--bytes", *form)

    assert CANARY in said.out
    assert "個人情報" in said.err


def test_control_characters_do_not_reach_the_terminal(
    stocked: Path, talentpool: Talentpool
) -> None:
    spoilt = replace(GOOD, value=b"\x1b[2J\x00 cleared")
    asyncio.run(appended(DATABASE, spoilt))
    [letter] = json.loads(talentpool("deadletters", "list", "--json").out)["dead_letters"]

    said = talentpool("deadletters", "show", letter["id"], "--bytes")

    assert "\x1b" not in said.out
    assert "\\x1b[2J\\x00 cleared" in said.out


def test_a_mended_letter_is_replayed_and_applied(
    letter: str, talentpool: Talentpool, stocked: Path
) -> None:
    (stocked / "fixed.json").write_bytes(GOOD.value)

    said = talentpool("deadletters", "replay", letter, "--file", "fixed.json")

    assert said.code == 0
    assert "record.replayed" in said.err
    assert "R-DEAD" in asyncio.run(requests())
    assert talentpool("show", "request", "R-DEAD").code == 0
    assert json.loads(talentpool("deadletters", "list", "--status", "new", "--json").out) == {
        "dead_letters": []
    }
    [after] = json.loads(talentpool("deadletters", "list", "--json").out)["dead_letters"]
    assert (after["status"], after["replays"]) == ("replayed", 1)


def test_a_file_that_mends_nothing_is_refused(
    letter: str, talentpool: Talentpool, stocked: Path
) -> None:
    (stocked / "fixed.json").write_text("{}")

    said = talentpool("deadletters", "replay", letter, "--file", "fixed.json")

    assert said.code == 2
    assert "request がありません" in said.err
    [after] = json.loads(talentpool("deadletters", "list", "--json").out)["dead_letters"]
    assert after["status"] == "new"


def test_replaying_the_same_bytes_warns_and_dies_again(letter: str, talentpool: Talentpool) -> None:
    said = talentpool("deadletters", "replay", letter, "--json")

    [replayed] = json.loads(said.out)["replayed"]
    assert replayed["id"] == letter
    assert "また読めません" in said.err
    asyncio.run(requests())
    known = json.loads(talentpool("deadletters", "list", "--json").out)["dead_letters"]
    assert sorted(each["status"] for each in known) == ["new", "replayed"]


def test_all_leaves_those_that_would_die_again(letter: str, talentpool: Talentpool) -> None:
    said = talentpool("deadletters", "replay", "--all", "--json")

    assert json.loads(said.out) == {"replayed": []}
    assert said.err.startswith(f"△ {letter}：")
    [known] = json.loads(talentpool("deadletters", "list", "--json").out)["dead_letters"]
    assert known["status"] == "new"


def test_the_second_replay_and_drop_are_refused_in_words(
    letter: str, talentpool: Talentpool
) -> None:
    talentpool("deadletters", "replay", letter)
    again = talentpool("deadletters", "replay", letter)
    drop = ("deadletters", "drop", letter, "--reason", "posted again", "--yes")
    assert talentpool(*drop).code == 0
    gone = talentpool(*drop)

    assert (again.code, gone.code) == (2, 2)
    assert "もう入れ直してあります" in again.err
    assert "もう消してあります" in gone.err


def test_a_refused_decision_may_fit_after_a_replay(stocked: Path, talentpool: Talentpool) -> None:
    # A decision that came before its match: the store refuses it as it stands.
    early = make.message(RequestStated(request=make.request("R-2", revision=1))).record()
    other = make.request("R-2", revision=1, title="別の題名")
    asyncio.run(appended(DATABASE, early, make.message(RequestStated(request=other)).record()))

    [letter] = json.loads(talentpool("deadletters", "list", "--json").out)["dead_letters"]

    assert letter["reason"] == "revision_taken"
    assert talentpool("deadletters", "replay", letter["id"]).err.count("また読めません") == 0


@pytest.mark.parametrize(
    "words",
    [
        ("show", "ffffffff-0000"),
        ("replay", "ffffffff-0000"),
        ("replay",),
        ("replay", "ffff", "--all"),
        ("replay", "--all", "--file", "x.json"),
        ("replay", "ffff", "--file", "nowhere.json"),
    ],
    ids=" ".join,
)
def test_mistakes_are_said_in_words(
    words: tuple[str, ...], stocked: Path, talentpool: Talentpool
) -> None:
    said = talentpool("deadletters", *words)

    assert said.code == 2
    assert said.err.startswith("✕ ")
    assert said.out == ""


def test_an_id_that_begins_several_letters_asks_for_more(
    stocked: Path, talentpool: Talentpool
) -> None:
    bad = [NewRecord(topic=GOOD.topic, key="20", value=b"?") for _ in range(30)]
    asyncio.run(appended(DATABASE, *bad))
    known = json.loads(talentpool("deadletters", "list", "--json").out)["dead_letters"]
    first = [each["id"][0] for each in known]
    twice = next(sign for sign in first if first.count(sign) > 1)

    said = talentpool("deadletters", "show", twice)

    assert said.code == 2
    assert "もっと長く" in said.err


def test_a_list_of_some_does_not_say_that_there_are_none(
    talentpool: Talentpool, stocked: Path
) -> None:
    some = talentpool("deadletters", "list", "--reason", "nonsense", "--lang", "en")
    all_ = talentpool("deadletters", "list", "--lang", "en")

    assert "of that kind" in some.out
    assert all_.out.strip() == "No dead letters."
