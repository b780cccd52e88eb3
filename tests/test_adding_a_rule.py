"""The page on adding a rule is followed in a copy: afterwards the rule is kept everywhere."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from service.docs.pages import ROOT

PAGE = (ROOT / "docs/adding-a-rule.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(python|diff) (\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)

#: What somebody sees who plans with the new rule: two would lead, one of them may.
KEPT = """
from matcher.arrays.encode import encode
from matcher.check import faults
from matcher.explain import explain
from matcher.mip.mip_candidates import candidates
from matcher.planning.contradictions import Contradictions
from matcher.roster.greedy import greedy
from matcher.solving.mip_solver import assemble, optimise
from tests.matcher.make_problem import line, plan, problem, talent, works
from wording import labels
from wording.explain.en.causes import cause as en
from wording.explain.ja.causes import cause as ja

of = problem([talent(skills={"DX": 1})], [line(role="pm")])
assert len(candidates(of)) == 0
assert greedy(of) == ()
assert optimise(assemble(of), 5).assignments == ()
assert encode(of).arrays.line.size == 0
assert any("level 2" in fault for fault in faults(of, plan(of, works("R1/1", "aya", 8))))
agreed = works("R1/1", "aya", 8)
[against] = Contradictions(of, (agreed,)).of(agreed)
assert labels.CONTRADICTIONS[against][1] == "the talent has no skill at level 2"
[unmet] = explain(of, plan(of)).unmet
assert [(row.rule, row.lost) for row in unmet.funnel if row.lost] == [("senior", 1)]
print(en(unmet.cause, unmet))
print(ja(unmet.cause, unmet))
may = problem([talent(skills={"DX": 2})], [line(role="pm")])
assert len(greedy(may)) == 1 == len(candidates(may))
"""


def applied(text: str, change: str) -> str:
    """The text after the change: what is added stands under what is named before it."""
    lines, at = text.splitlines(), 0
    for each in change.splitlines():
        sign, line = each[0], each[1:]
        if sign == "+":
            lines.insert(at, line)
            at += 1
        else:
            at = lines.index(line, at)
            if sign == "-":
                del lines[at]
            else:
                at += 1
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository as it is once the page has been followed."""
    root = tmp_path_factory.mktemp("copy")
    for name in ("models", "matcher", "wording", "infra", "tests/matcher", "tests/verify"):
        shutil.copytree(ROOT / name, root / name)  # with what is compiled
    shutil.copy(ROOT / "pyproject.toml", root)
    for kind, path, text in BLOCKS:
        file = root / path
        if kind == "python":
            assert not file.exists()
            file.write_text(text, encoding="utf-8")
        else:
            file.write_text(applied(file.read_text(encoding="utf-8"), text), encoding="utf-8")
    return root


#: The tests that hold every rule: they know the new one by the page alone.
HELD = """
from random import Random

from matcher.rules import RULES
from models.entities import Role
from tests.matcher.brute import tiny
from tests.matcher.explain.test_funnel import test_the_funnel_counts_what_a_slow_count_counts
from tests.matcher.relaxed import WITHOUT_RULE
from tests.matcher.stricter import STRICTER
from tests.matcher.test_brute_force import SEEDS, decides, test_no_rule_or_term_is_left_out
from tests.verify.trials import tried

test_no_rule_or_term_is_left_out()
assert {rule.__name__ for rule in RULES} <= {"demand", *(n.partition(":")[0] for n in STRICTER)}
assert any(decides("senior", seed) for seed in SEEDS)
assert STRICTER["senior: nobody has a skill"](tiny(0), Random(0)) != tiny(0)
for seed in range(8):
    test_the_funnel_counts_what_a_slow_count_counts(seed)
for trial in ("second_opinion", "spoiled:senior"):
    tally = tried(trial, range(6))
    assert not tally.troubles, str(tally)
"""


def run(root: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_list_of_files_is_less_than_a_screen() -> None:
    table = [line for line in PAGE.splitlines() if line.startswith("| ")]

    assert len(PAGE.partition("```")[0].splitlines()) <= 24
    assert len(table) <= 10


def test_who_follows_the_page_has_the_rule_in_model_search_checker_and_explanation(
    copy: Path,
) -> None:
    english, japanese = run(copy, "-c", KEPT).strip().splitlines()

    assert "experience of leading" in english
    assert "統括の経験" in japanese


def test_the_test_of_the_page_holds_and_fails_without_the_rule(copy: Path) -> None:
    test = ["-m", "pytest", "-p", "no:cacheprovider", "tests/matcher/rules/test_senior.py"]
    assert "2 passed" in run(copy, *test)

    rule = copy / "matcher/rules/senior.py"
    whole = rule.read_text(encoding="utf-8")
    rule.write_text(whole.replace("mip.close(option)", "pass"), encoding="utf-8")
    try:
        with pytest.raises(AssertionError, match="1 failed"):
            run(copy, *test)
    finally:
        rule.write_text(whole, encoding="utf-8")


def test_the_tests_that_hold_every_rule_hold_the_new_one(copy: Path) -> None:
    run(copy, "-c", HELD)


@pytest.mark.parametrize(
    ("file", "line", "says"),
    [
        ("tests/matcher/explain/test_funnel.py", 'lost.add("senior")', "AssertionError"),
        ("tests/verify/plain_words.py", "for level in talent.skills", "is the rule in plain_words"),
    ],
)
def test_where_one_of_them_is_forgotten_it_is_told(
    copy: Path, file: str, line: str, says: str
) -> None:
    whole = (copy / file).read_text(encoding="utf-8")
    [held] = [each for each in whole.splitlines() if line in each]
    without = whole.replace(held, held.replace(line, "pass") if "lost" in line else "")
    (copy / file).write_text(without, encoding="utf-8")
    try:
        with pytest.raises(AssertionError, match=says):
            run(copy, "-c", HELD)
    finally:
        (copy / file).write_text(whole, encoding="utf-8")
