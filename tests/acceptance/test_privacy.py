"""Personal data stays in the people table: a canary in every personal field shows nowhere else."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.acceptance.conftest import CANARY, MAIL, Shown
from tests.acceptance.processes import talentpool


def test_no_personal_data_in_logs_topics_or_answers(
    shown: Shown, copied: Callable[[Path], dict[str, str]], tmp_path: Path
) -> None:
    env = copied(tmp_path) | {"TALENTPOOL_LOG_LEVEL": "debug"}

    said = [
        shown.posted,
        shown.demo,
        talentpool("watch", "--past", "1000", "--seconds", "1", "--json", env=env),
        talentpool("deadletters", "list", "--json", env=env),
        talentpool("doctor", env=env),
        talentpool("show", "plan", "--pool", "20", env=env),
    ]

    assert said[0].returncode == 0, said[0].stderr
    assert json.loads(said[1].stdout.splitlines()[-1])["events"]["dead"] == 0
    for done in said:
        assert CANARY not in done.stdout + done.stderr
        assert MAIL not in done.stdout + done.stderr
    assert tables_with(tmp_path / "pool.db", CANARY) == {"people"}
    assert tables_with(tmp_path / "pool.db", MAIL) == {"people"}


def tables_with(database: Any, text: Any) -> Any:
    """Names of the tables that hold the text in any column."""
    connection = sqlite3.connect(database)
    try:
        names = [
            n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        return {
            name
            for name in names
            for row in connection.execute(f'SELECT * FROM "{name}"')
            if any(_holds(value, text) for value in row)
        }
    finally:
        connection.close()


def _holds(value: Any, text: Any) -> Any:
    if isinstance(value, bytes):
        return text.encode() in value or text.encode("unicode_escape") in value
    return isinstance(value, str) and (text in value or json.dumps(text)[1:-1] in value)
