"""`--lang en` prints no Japanese but names and titles; a Japanese answer holds no English."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from infra.registry import Registry
from tests.cli.conftest import Talentpool
from tests.cli.stock import SERVED, TALENT

POOL = ("--pool", "20")
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]+")
#: An English sentence: four words in a row that are no names of ours.
ENGLISH = re.compile(r"(?:\b[a-z]{2,}\b[ ,]+){4,}\b[a-z]{2,}\b")

GOOD = [
    ("show", "plan", *POOL),
    ("show", "unmet", *POOL),
    ("show", "pools"),
    ("show", "request", SERVED),
    ("show", "talent", TALENT),
    ("configure", *POOL),
    ("amend", "request", SERVED, *POOL, "--set", "urgency=3", "--dry-run"),
    ("amend", "talent", TALENT, *POOL, "--set", "overhead=4", "--dry-run"),
    ("deadletters", "list"),
]
BAD = [
    ("shwo", "plan"),
    ("show", "plan", "--pol", "20"),
    ("show", "plan", "extra", *POOL),
    ("show", "request"),
    ("show", "request", "R-NONE"),
    ("show", "talent", "T-NONE"),
    ("show", "match", "M-NONE"),
    ("show", "plan", "--pool", "99"),
    ("solve", "nowhere.json"),
    ("import", "nowhere.xlsx", *POOL),
    ("amend", "request", SERVED, *POOL, "--set", "urgency=9"),
    ("amend", "request", SERVED, *POOL, "--set", "colour=red"),
    ("amend", "request", SERVED, *POOL, "--set", "people=3"),
    ("amend", "request", SERVED, *POOL, "--hours", "1:2026-13=8"),
    ("amend", "talent", TALENT, *POOL, "--set", "base=nowhere"),
    ("amend", "talent", TALENT, *POOL, "--set", "employer=1000000000001"),
    ("amend", "request", "R-NONE", *POOL, "--set", "urgency=2"),
    ("post", "request", *POOL),
    ("post", "request", *POOL, "--title", "x", "--role", "king", "--hours", "8"),
    ("post", "talent", *POOL, "--role", "pm", "--hours", "200000"),
    ("post", "talent", *POOL, "--role", "pm", "--hours", "7,5"),
    ("configure", *POOL, "--set", "block=x"),
    ("configure", *POOL, "--set", "nothing=1"),
    ("decide", "accept", "M-NONE", "--by", "talent", *POOL),
    ("decide", "accept", "M-NONE", "--by", "nobody", *POOL),
    ("withdraw", "request", "R-NONE", *POOL),
    ("deadletters", "show", "nothing"),
    ("doctor", "--only", "nothing"),
    ("undo", "nowhere.json"),
]


def names(text: str, *others: str) -> set[str]:
    return {found for other in (text, *others) for found in JAPANESE.findall(other)}


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry()


@pytest.fixture
def titles(filled: Path) -> str:
    """Everything that people named: titles, themes, skills."""
    import sqlite3

    with sqlite3.connect(filled / "var" / "talentpool.db") as db:
        rows = db.execute("SELECT content FROM requests UNION SELECT content FROM talents")
        return " ".join(text for (text,) in rows)


def stray(text: str, titles: str, registry: Registry) -> list[str]:
    """Japanese words that are neither a name of a place nor in anybody's title."""
    places = "".join(place.name for place in registry.municipalities())
    prefectures = "長野県新潟県"
    return [w for w in JAPANESE.findall(text) if w not in titles + places + prefectures]


@pytest.mark.parametrize("words", [*GOOD, *BAD], ids=" ".join)
def test_english_answers_hold_no_japanese(
    talentpool: Talentpool, stocked: Path, titles: str, registry: Registry, words: Sequence[str]
) -> None:
    said = talentpool(*words, "--lang", "en")

    assert stray(said.out + said.err, titles + " ".join(words), registry) == []
    assert (said.code == 0) == (words in GOOD), said.err


@pytest.mark.parametrize("words", [*GOOD, *BAD], ids=" ".join)
def test_japanese_answers_hold_no_english_sentence(
    talentpool: Talentpool, stocked: Path, words: Sequence[str]
) -> None:
    said = talentpool(*words)

    assert ENGLISH.findall(said.out + said.err) == []
    assert JAPANESE.search(said.out + said.err)
