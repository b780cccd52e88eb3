"""JSON that people hand in is read in one place: what one command refuses, all refuse."""

from pathlib import Path

import pytest

from tests.cli.conftest import Talentpool


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"urgency": 1, "urgency": 2}', "urgency"),
        ("9" * 5000, "長すぎ"),
        ('{"a": ', "JSONとして読めません"),
    ],
)
def test_what_is_wrong_in_a_file_is_said_by_post_and_by_solve_alike(
    talentpool: Talentpool, empty: Path, text: str, words: str
) -> None:
    (empty / "x.json").write_text(text)

    posted = talentpool("post", "request", "--file", "x.json")
    solved = talentpool("solve", "x.json")

    assert (posted.code, solved.code) == (2, 2)
    assert words in posted.err
    assert words in solved.err
