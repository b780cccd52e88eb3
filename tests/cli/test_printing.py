"""No text of anybody's steers the terminal, whatever way it came in and whenever."""

import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Group
from rich.text import Text

from models.text import unfit
from service.cli.frame.printing import CleanConsole, say_json
from tests.cli.conftest import Talentpool
from tests.cli.stock import SERVED
from tests.models.test_text import STEERING, anything

EVIL = "\x1b[31m赤\x1b[0m\x1b]0;題\x07\x9b2J[red]印[/red]:smile:\u202e逆\r上書き\x08"


@pytest.fixture
def old_title(stocked: Path) -> Any:
    """A title from before the signs were refused."""
    with sqlite3.connect(stocked / "var/talentpool.db") as connection:
        [(content,)] = connection.execute(
            "SELECT content FROM requests WHERE request_id = ?", (SERVED,)
        ).fetchall()
        after = json.dumps(json.loads(content) | {"title": EVIL})
        connection.execute("UPDATE requests SET content = ? WHERE request_id = ?", (after, SERVED))
    return stocked


@pytest.mark.parametrize(
    "words",
    [
        ("show", "request", SERVED),
        ("show", "request", SERVED, "--json"),
        ("show", "plan", "--pool", "20"),
        ("show", "plan", "--pool", "20", "--json"),
        ("show", "unmet", "--pool", "20"),
        ("amend", "request", SERVED, "--set", "urgency=1", "--pool", "20"),
    ],
)
def test_a_title_of_old_is_printed_clean(
    talentpool: Talentpool, old_title: Path, words: tuple[str, ...]
) -> None:
    said = talentpool(*words)

    assert said.code == 0, said.err
    assert [unfit(text, lines=True) for text in (said.out, said.err)] == [None, None]


def test_markup_in_a_title_is_text(talentpool: Talentpool, old_title: Path) -> None:
    assert "赤[red]印[/red]:smile:逆 上書き" in talentpool("show", "request", SERVED).out


@pytest.mark.parametrize("sign", STEERING)
def test_a_word_that_steers_is_refused_on_the_command_line(
    talentpool: Talentpool, empty: Path, sign: str
) -> None:
    if "\x00" in sign:
        return  # no word of a command line holds it

    said = talentpool(
        *("post", "request", "--municipality", "佐久市", "--title", f"窓口{sign}"),
        *("--role", "pm", "--hours", "8"),
    )

    assert (said.code, said.out) == (2, "")
    assert "制御文字 U+" in said.err
    assert unfit(said.err, lines=True) is None


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x00", "\ud800", "\u202e", "\x9b"])
@pytest.mark.parametrize("field", ["title", "theme", "skills"])
def test_a_document_that_steers_is_refused_in_words(
    talentpool: Talentpool, empty: Path, sign: str, field: str
) -> None:
    line = {"line": 1, "role": "pm", "hours": {"2099-01": 8}}
    document = {
        "pool_id": "20",
        "request_id": "R-1",
        "title": "窓口",
        "municipalities": ["202177"],
        "lines": [line | ({"skills": {f"DX{sign}": 1}} if field == "skills" else {})],
    }
    if field != "skills":
        document[field] = f"窓口{sign}"
    (empty / "request.json").write_text(json.dumps(document), encoding="utf-8")

    said = talentpool("post", "request", "--file", "request.json")

    assert (said.code, said.out) == (2, "")
    assert "文字" in said.err
    assert "Traceback" not in said.err
    assert unfit(said.err, lines=True) is None


@given(st.lists(anything, min_size=1, max_size=4))
def test_a_terminal_gets_our_colours_and_nobody_elses(texts: Any) -> None:
    shown = io.StringIO()
    console = CleanConsole(file=shown, force_terminal=True, color_system="standard", width=40)

    console.print(Group(*(Text(text, style="bold red") for text in texts)), *texts)

    ours = shown.getvalue().replace("\x1b[1;31m", "").replace("\x1b[0m", "")
    assert unfit(ours, lines=True) is None


@pytest.mark.parametrize("text", [EVIL, "\ud800", "\x7f\x85\u2028"])
def test_json_says_every_sign_without_writing_it(
    capsys: pytest.CaptureFixture[str], text: str
) -> None:
    say_json({"title": text})

    printed = capsys.readouterr().out
    assert unfit(printed, lines=True) is None
    assert json.loads(printed) == {"title": text}
