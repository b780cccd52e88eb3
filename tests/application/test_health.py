"""Health as a use case: what stands on something broken is not blamed as well."""

import asyncio
from typing import Any

import pytest

from application.queries import health as asked
from application.queries.health import health
from models.errors import Mistake
from models.phrase import Phrase
from wording import Words

FINE = (True, Phrase.of("seen_fine"))


class Probes:
    """Fine in everything but what a test says."""

    def __init__(self, **looks: Any) -> None:
        self._looks = looks

    def __getattr__(self, name: str) -> Any:
        async def look(*of: str) -> Any:
            found = self._looks.get(name, FINE)
            if isinstance(found, Exception):
                raise found
            if found is None:
                await asyncio.sleep(60)
            return found

        return look


def look(*only: str, **looks: Any) -> dict[str, Any]:
    """Every finding by its name."""
    found = asyncio.run(health(Probes(**looks), ("talentpool-ingest",), only))
    return {each.name: each for each in found}


def test_everything_is_named_in_both_languages() -> None:
    for finding in look().values():
        for lang in ("ja", "en"):
            for code in (f"health_{finding.kind}", f"health_{finding.kind}_mend"):
                assert Words(lang)(code, subject=finding.subject) != code


def test_what_stands_on_something_broken_is_left_out() -> None:
    found = look(store_answers=(False, Phrase.of("seen", text="away")))

    assert [name for name, each in found.items() if not each.fine] == ["store"]
    assert "tables" not in found
    assert "lag: ingest" not in found
    assert "solver" in found


def test_an_error_of_ours_is_said_in_words_and_another_by_its_kind() -> None:
    found = look(
        solver_answers=Mistake("nothing_was_changed"), disk_has_room=OSError("no such disk\nmore")
    )

    assert Words("ja").say(found["solver"].detail) == "何も変えていません"
    assert Words("en").say(found["disk"].detail) == "OSError: no such disk"


def test_a_check_that_hangs_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "_DEADLINE", 0.01)

    found = look("disk", disk_has_room=None)

    assert list(found) == ["disk"]
    assert not found["disk"].fine
    assert found["disk"].detail.code == "seen_no_answer"
