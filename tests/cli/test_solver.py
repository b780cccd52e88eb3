"""`solve` and `check`: files in, a checked plan out; what is wrong is said with its place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Talentpool

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs/examples/problem.json"
#: Seconds in which a busy machine proves the example, too; it ends as soon as it has.
PATIENT = "30"


@pytest.fixture
def problem() -> dict[str, Any]:
    """The example of the documentation."""
    return json.loads(EXAMPLE.read_text())  # type: ignore[no-any-return]


@pytest.fixture
def solved(empty: Path, talentpool: Callable[..., Any]) -> Path:
    """A plan of the example."""
    assert talentpool("solve", str(EXAMPLE), "--seconds", PATIENT, "--out", "plan.json").code == 0
    return empty / "plan.json"


def kept(directory: Path, document: object) -> str:
    """A file that holds the document."""
    file = directory / "given.json"
    text = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_the_example_is_solved_to_the_proof_and_explained(talentpool: Talentpool) -> None:
    said = talentpool("solve", str(EXAMPLE), "--seconds", PATIENT, "--json")

    plan = json.loads(said.out)
    assert said.code == 0
    assert plan["status"] == "optimal"
    assert plan["score"] == plan["bound"] == sum(plan["terms"].values())
    assert plan["gap"] == 0
    assert (plan["served_hours"], plan["asked_hours"]) == (88, 111.25)
    [unmet] = plan["unmet"]
    assert unmet["enough"][0]["text"].endswith("足ります。")
    assert len(plan["why"]) == len(plan["assignments"]) == 2


def test_people_read_the_same_as_a_table(talentpool: Talentpool) -> None:
    said = talentpool("solve", str(EXAMPLE), "--seconds", PATIENT)

    assert "充足／要請 88／111.25時間" in said.out
    assert "これより良い計画はない（検算済み）" in said.out
    assert "△ SAKU-4/1" in said.out
    assert "飯田市" in said.out


def test_what_solve_writes_and_prints_passes_the_check(
    solved: Path, talentpool: Talentpool, empty: Path
) -> None:
    printed = talentpool("solve", str(EXAMPLE), "--seconds", PATIENT, "--json").out

    for plan in (str(solved), kept(empty, printed)):
        said = talentpool("check", str(EXAMPLE), plan, "--json")
        assert said.code == 0
        assert json.loads(said.out)["faults"] == []


def test_the_plan_beside_the_example_passes_the_check(talentpool: Talentpool) -> None:
    said = talentpool("check", str(EXAMPLE), str(ROOT / "docs/examples/plan.json"))

    assert said.code == 0
    assert said.out.startswith("✓")


def test_check_lists_every_fault(solved: Path, talentpool: Talentpool, empty: Path) -> None:
    plan = json.loads(solved.read_text())
    for assignment in plan["assignments"]:
        assignment["hours"] = dict.fromkeys(assignment["hours"], 39)
    said = talentpool("check", str(EXAMPLE), kept(empty, plan), "--json")

    faults = json.loads(said.out)["faults"]
    assert said.code == 1
    assert any("T-PM" in fault for fault in faults)
    assert any("T-ENGINEER" in fault for fault in faults)
    as_text = talentpool("check", str(EXAMPLE), kept(empty, plan))
    assert as_text.code == 1
    assert all(fault in as_text.out for fault in faults)


def negative(problem: dict[str, Any]) -> None:
    problem["lines"][1]["hours"]["2026-07"] = -4


def seven_minutes(problem: dict[str, Any]) -> None:
    problem["lines"][0]["hours"]["2026-08"] = 7.3


def unknown_field(problem: dict[str, Any]) -> None:
    problem["talents"][0]["naem"] = 1


def months_out_of_order(problem: dict[str, Any]) -> None:
    problem["months"] = ["2026-08", "2026-07"]


def unknown_pin(problem: dict[str, Any]) -> None:
    problem["pins"] = [{"line_id": "IIDA-1/1", "talent_id": "X", "hours": {"2026-07": 4}}]


def not_a_month(problem: dict[str, Any]) -> None:
    problem["lines"][0]["hours"] = {"2026-13": 4}


def no_months(problem: dict[str, Any]) -> None:
    del problem["months"]


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (negative, "$.lines[1].hours.2026-07"),
        (seven_minutes, "$.lines[0].hours.2026-08 は15分の倍数ではありません"),
        (unknown_field, "$.talents[0].naem"),
        (months_out_of_order, "$ ：月が切れ目なく"),
        (unknown_pin, "pins の人材 X がいません"),
        (not_a_month, "$.lines[0].hours.2026-13"),
        (no_months, "$.months がありません"),
    ],
    ids=lambda given: getattr(given, "__name__", ""),
)
def test_a_bad_problem_is_refused_with_the_json_path(
    problem: dict[str, Any],
    spoil: Callable[..., Any],
    place: str,
    talentpool: Talentpool,
    empty: Path,
) -> None:
    spoil(problem)

    said = talentpool("solve", kept(empty, problem))

    assert said.code == 2
    assert place in said.err
    assert said.out == ""
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{", "1行2文字目"),
        ("[" * 100_000, "入れ子が深すぎます"),
        ('{"months": NaN}', "$"),
        ("[]", "$"),
        ("null", "$"),
        ('{"pool_id": "20", "pool_id": "15"}', "「pool_id」が二度"),
    ],
    ids=["cut", "nested", "nan", "list", "null", "twice"],
)
def test_a_file_that_is_no_problem_is_refused(
    text: str, place: str, talentpool: Talentpool, empty: Path
) -> None:
    said = talentpool("solve", kept(empty, text))

    assert said.code == 2
    assert place in said.err


def test_files_that_cannot_be_read_or_written_are_named(
    talentpool: Talentpool, empty: Path
) -> None:
    (empty / "latin.json").write_bytes('{"é": 1}'.encode("latin-1"))

    assert "nowhere.json" in talentpool("solve", "nowhere.json").err
    assert "UTF-8" in talentpool("solve", "latin.json").err
    said = talentpool("solve", str(EXAMPLE), "--out", "no/such/plan.json")
    assert said.code == 2
    assert "no/such" in said.err


def test_a_plan_of_another_problem_has_faults(
    solved: Path, problem: dict[str, Any], talentpool: Talentpool, empty: Path
) -> None:
    problem["version"] = 7

    said = talentpool("check", kept(empty, problem), str(solved))

    assert said.code == 1
    assert "version" in said.out


def test_an_empty_pool_gets_an_honest_plan(
    problem: dict[str, Any], talentpool: Talentpool, empty: Path
) -> None:
    problem |= {"talents": [], "lines": []}
    said = talentpool("solve", kept(empty, problem), "--seconds", "1", "--json")

    plan = json.loads(said.out)
    assert said.code == 0
    assert plan["assignments"] == plan["unmet"] == []


def test_pins_that_cannot_hold_are_called_infeasible(
    problem: dict[str, Any], talentpool: Talentpool, empty: Path
) -> None:
    pin = {"line_id": "IIDA-1/1", "talent_id": "T-PM", "hours": {"2026-07": 400}}
    said = talentpool("solve", kept(empty, problem | {"pins": [pin]}), "--seconds", "1", "--json")

    read = talentpool("solve", "given.json", "--seconds", "1")
    why, _ = json.loads(said.out)["contradictions"]

    assert (said.code, read.code) == (1, 1)
    assert json.loads(said.out)["status"] == "infeasible"
    assert (why["rule"], why["month"], why["pinned"]) == ("capacity", "2026-07", 400)
    assert why["pins"] == [{"line_id": "IIDA-1/1", "talent_id": "T-PM"}]
    assert "固定（IIDA-1/1×T-PM）は合わせて400時間です" in read.out.replace("\n", "")
