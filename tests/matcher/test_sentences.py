"""One rule: one function, one file, one sentence in each language, one test file."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from matcher.objective import TERMS
from matcher.rules import RULES
from tests.known import known
from wording.explain.ja.rules import SENTENCES

HERE = Path(__file__).parent


@pytest.mark.parametrize("rule", [*RULES, *TERMS], ids=lambda rule: rule.__name__)
def test_every_rule_and_term_has_one_file_and_a_sentence_in_each_language(
    rule: Callable[..., Any],
) -> None:
    room, begins = ("rules", "Hard: ") if rule in RULES else ("objective", "Soft: ")

    assert rule.__module__ == f"matcher.{room}.{rule.__name__}"
    assert re.match(begins + r".+\.$", known(rule.__doc__).splitlines()[0])
    assert re.search(r"[ぁ-ん].*。$", SENTENCES[rule.__name__])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_one_test_file(rule: Callable[..., Any]) -> None:
    assert (HERE / "rules" / f"test_{rule.__name__}.py").exists()
