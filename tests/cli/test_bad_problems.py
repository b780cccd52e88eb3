"""Files that are no problem, or an impossible one: a precise error or an honest plan."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from service.cli.frame import json_input
from service.cli.solve import problem_files as files
from tests.cli.conftest import Talentpool

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs/examples/problem.json"
PLAN = ROOT / "docs/examples/plan.json"
JULY = "2026-07"

Spoil = Callable[[dict[str, Any]], None]


@pytest.fixture
def problem() -> dict[str, Any]:
    return json.loads(EXAMPLE.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


@pytest.fixture
def plan() -> dict[str, Any]:
    return json.loads(PLAN.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def kept(directory: Path, document: object, name: str = "given.json") -> str:
    file = directory / name
    if isinstance(document, bytes):
        file.write_bytes(document)
    else:
        text = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
        file.write_text(text, encoding="utf-8")
    return str(file)


def put(value: Any, *path: str | int) -> Spoil:
    """A change of one place of a document."""

    def change(document: Any) -> None:
        for part in path[:-1]:
            document = document[part]
        document[path[-1]] = value

    return change


def again(name: str) -> Spoil:
    """The first of a list stands twice."""
    return lambda document: document[name].append(document[name][0])


def pinned(hours: float, line: str = "IIDA-1/1", talent: str = "T-PM", month: str = JULY) -> Spoil:
    return put([{"line_id": line, "talent_id": talent, "hours": {month: hours}}], "pins")


BAD = {
    "negative hours": (put(-4, "talents", 0, "capacity", JULY), "$.talents[0].capacity.2026-07"),
    "negative pin": (pinned(-4), "$.pins[0].hours.2026-07"),
    "too many hours": (
        put(1e15, "lines", 0, "hours", JULY),
        "$.lines[0].hours.2026-07 は大きすぎます",
    ),
    "far too many": (
        put(10**400, "lines", 0, "hours", JULY),
        "$.lines[0].hours.2026-07 は大きすぎます",
    ),
    "infinite hours": (
        put(float("inf"), "lines", 0, "hours", JULY),
        "$.lines[0].hours.2026-07 は時間ではありません",
    ),
    "not a number": (
        put(float("nan"), "lines", 0, "hours", JULY),
        "$.lines[0].hours.2026-07 は時間ではありません",
    ),
    "yes": (put(True, "lines", 0, "hours", JULY), "$.lines[0].hours.2026-07 は時間ではありません"),
    "text": (put("many", "lines", 0, "hours"), "$.lines[0].hours は {…} の形"),
    "a list": (put([1, 2], "lines", 0, "hours"), "$.lines[0].hours は {…} の形"),
    "no line": (put(None, "lines", 0), "$.lines[0] は {…} の形"),
    "no hours": (put({}, "lines", 0, "hours"), "$.lines[0].hours が空です"),
    "no months": (put([], "months"), "$.months が空です"),
    "a gap in the months": (put([JULY, "2026-09"], "months"), "並んでいません（2026-09）"),
    "a month twice": (put([JULY, JULY], "months"), "並んでいません（2026-07）"),
    "the 13th month": (put(["2026-13"], "months"), "$.months[0] は 2026-12 のような月"),
    "a line twice": (again("lines"), "$ ：要請枠 IIDA-1/1 が2回"),
    "a talent twice": (again("talents"), "$ ：人材 T-PM が2回"),
    "a line of another request": (
        put("X-1", "lines", 0, "request_id"),
        "支援要請 X-1 のものではありません",
    ),
    "an unknown line": (pinned(4, line="X-1/1"), "pins の要請枠 X-1/1 がありません"),
    "an unknown talent": (pinned(4, talent="X"), "pins の人材 X がいません"),
    "an unknown month": (pinned(4, month="2029-07"), "pins の 2029-07 は計画の月ではありません"),
    "an unknown form": (put("pirate", "talents", 0, "form"), "$.talents[0].form は full_time"),
    "an unknown role": (put(["king"], "talents", 0, "roles"), "$.talents[0].roles[0]"),
    "an odd employer": (put("12", "talents", 0, "employer"), "$.talents[0].employer"),
    "an odd vendor": (put(["12"], "lines", 0, "vendors"), "$.lines[0].vendors[0]"),
    "an unknown nature": (put({"contract": ["x"]}, "natures"), "$.natures.contract[0]"),
    "an odd training": (put("soon", "talents", 0, "trained_from"), "$.talents[0].trained_from"),
    "a negative weight": (put({"balance": -1}, "weights"), "$.weights.balance"),
    "a share above all": (put({"balance_percent": 101}, "weights"), "$.weights.balance_percent"),
    "a value beyond all": (put(10**9, "lines", 0, "value"), "$.lines[0].value"),
}


@pytest.mark.parametrize(("spoil", "place"), BAD.values(), ids=BAD)
def test_a_bad_problem_is_refused_with_its_place(
    problem: dict[str, Any], spoil: Spoil, place: str, talentpool: Talentpool, empty: Path
) -> None:
    spoil(problem)
    file = kept(empty, problem)

    for words in (("solve", file), ("check", file, str(PLAN))):
        said = talentpool(*words)
        assert said.code == 2
        assert place in said.err
        assert said.out == ""


NO_FILES = {
    "empty": (b"", "1行1文字目"),
    "zeros": (b"\0" * 1000, "1行1文字目"),
    "binary": (bytes(range(256)), "UTF-8"),
    "sixteen bits": ('{"a": 1}'.encode("utf-16"), "UTF-8"),
    "cut off": (EXAMPLE.read_bytes()[:500], "JSONとして読めません"),
    "a number": (b"5", "$ は {…} の形"),
    "a long number": (b"9" * 5000, "の数が長すぎます"),
    "a long number inside": (b'{"version": ' + b"9" * 5000 + b"}", "の数が長すぎます"),
    "half a letter": (b'{"pool_id": "\\ud800"}', "$ に文字として読めないものがあります"),
}


@pytest.mark.parametrize(("text", "place"), NO_FILES.values(), ids=NO_FILES)
def test_what_is_no_json_is_refused_as_a_problem_and_as_a_plan(
    text: bytes, place: str, talentpool: Talentpool, empty: Path
) -> None:
    file = kept(empty, text)

    for words in (("solve", file), ("check", file, str(PLAN)), ("check", str(EXAMPLE), file)):
        said = talentpool(*words)
        assert said.code == 2
        assert place in said.err
        assert said.out == ""


def test_a_folder_and_a_file_that_is_too_large_are_refused_unread(
    talentpool: Talentpool, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_input, "_LARGEST", 1024 * 1024)
    large = kept(empty, b" " * (1024 * 1024 + 1), "large.json")

    assert "Is a directory" in talentpool("solve", str(empty)).err
    assert "1 MiB を超えています" in talentpool("solve", large).err
    assert "1 MiB を超えています" in talentpool("check", str(EXAMPLE), large).err


def test_of_millions_of_faults_a_page_is_told(
    problem: dict[str, Any], talentpool: Talentpool, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_FIRST", 50)
    problem["talents"] = [{"talent_id": "T"}] * 500

    said = talentpool("solve", kept(empty, problem))

    assert said.code == 2
    assert "$.talents[0].roles がありません" in said.err
    assert "ほか" in said.err.splitlines()[-1]
    assert len(said.err.splitlines()) < 30
    assert "$.talents[50]" not in said.err


def test_what_is_wrong_behind_the_first_thousand_is_told_too(
    problem: dict[str, Any], talentpool: Talentpool, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_FIRST", 2)
    problem["lines"][2]["people"] = 0

    said = talentpool("solve", kept(empty, problem))

    assert said.code == 2
    assert "$.lines[2].people" in said.err


HONEST: dict[str, Spoil] = {
    "no talents": put([], "talents"),
    "no lines": put([], "lines"),
    "neither": lambda document: document.update(talents=[], lines=[]),
    "hours of zero": put({JULY: 0}, "lines", 0, "hours"),
    "a pin of no hours": pinned(0),
    "a pin of somebody who may not": pinned(4, line="IIDA-1/2"),
    "a contract that ends before it begins": put("2020-01", "talents", 0, "contract_until"),
    "people without end": put(10**12, "lines", 0, "people"),
    "the year 0": put("0000-01", "talents", 0, "contract_from"),
    "the last year": put("9999-12", "talents", 0, "contract_until"),
    "a version without end": put(10**30, "version"),
    "nobody may do anything": put({form: [] for form in ("side_job", "fixed_term")}, "natures"),
    "nobody is trained": put(True, "training_required"),
}


@pytest.mark.parametrize("spoil", HONEST.values(), ids=HONEST)
def test_an_odd_problem_gets_an_honest_plan(
    problem: dict[str, Any], spoil: Spoil, talentpool: Talentpool, empty: Path
) -> None:
    spoil(problem)
    file = kept(empty, problem)

    said = talentpool("solve", file, "--seconds", "0.5", "--out", "out.json", "--json")

    assert said.code == 0, said.err
    made = json.loads(said.out)
    assert made["status"] in ("optimal", "feasible")
    assert made["bound"] is None or made["bound"] >= made["score"]
    assert talentpool("check", file, "out.json").code == 0


@pytest.mark.parametrize(
    "spoil",
    [pinned(17), pinned(32.25), pinned(4, line="SAKU-4/1", talent="T-PM")],
    ids=["over demand", "over both", "in a month that is not asked for"],
)
def test_impossible_pins_are_called_infeasible(
    problem: dict[str, Any], spoil: Spoil, talentpool: Talentpool, empty: Path
) -> None:
    spoil(problem)

    said = talentpool("solve", kept(empty, problem), "--seconds", "0.5", "--json")

    assert said.code == 1
    assert json.loads(said.out)["status"] == "infeasible"


def test_pins_over_capacity_are_called_infeasible(
    problem: dict[str, Any], talentpool: Talentpool, empty: Path
) -> None:
    pinned(16)(problem)
    put({JULY: 20}, "talents", 0, "capacity")(problem)  # 8 h of it are overhead

    said = talentpool("solve", kept(empty, problem), "--seconds", "0.5", "--json")

    assert said.code == 1
    assert json.loads(said.out)["status"] == "infeasible"


BAD_PLANS: dict[str, tuple[Spoil, int, str]] = {
    "another line": (put("Z-9/1", "assignments", 0, "line_id"), 1, "not in the problem"),
    "another talent": (put("Z", "assignments", 0, "talent_id"), 1, "not in the problem"),
    "no hours": (put(0, "assignments", 0, "hours", JULY), 1, "0 quarters in 2026-07"),
    "negative": (put(-4, "assignments", 0, "hours", JULY), 2, "$.assignments[0].hours.2026-07"),
    "another month": (put({"2031-07": 4}, "assignments", 0, "hours"), 1, "is outside the months"),
    "twice": (again("assignments"), 1, "stands twice"),
    "other months": (put([], "months"), 1, "different months"),
    "infeasible": (put("infeasible", "status"), 1, "the pins alone are a valid plan"),
    "huge points": (put(10**30, "terms", "served"), 1, "points claimed"),
    "no number": (put(float("nan"), "score"), 2, "$.score は数にしてください"),
    "nothing": (lambda document: document.clear(), 2, "$.pool_id がありません"),
}


@pytest.mark.parametrize("name", BAD_PLANS)
def test_a_plan_that_does_not_fit_is_refused(
    plan: dict[str, Any], name: str, talentpool: Talentpool, empty: Path
) -> None:
    spoil, code, says = BAD_PLANS[name]
    spoil(plan)

    said = talentpool("check", str(EXAMPLE), kept(empty, plan))

    assert said.code == code
    assert says in said.out + said.err
