"""The runner: fresh processes, false bounds, and the page it writes."""

import json
from pathlib import Path

import pytest

from bench import record as record_module
from bench.bounds import Bounds
from bench.changes import CHANGES
from bench.command import main
from bench.events import events
from bench.fresh import Ended, run_fresh
from bench.generate import one_pool
from bench.outcome import Outcome
from bench.record import Record
from bench.report import gap, report
from bench.results import Results, this_machine
from bench.sizes import SIZES, Size
from matcher.check import terms
from matcher.roster.greedy import greedy

LITTLE = Size(name="S9", pool_id="20", municipalities=6, requests=9, lines=14, talents=5, ratio=1.6)


def record(method: str = "solve", **given: object) -> Record:
    fields = {"size": "S9", "seed": 1, "seconds": 5.0, "keys": ("a",), "score": 90}
    return Record.model_validate(fields | {"method": method} | given)


def test_a_process_is_measured_with_its_memory_and_last_words() -> None:
    ended = run_fresh(
        ["-c", "import sys; x = bytearray(80 << 20); sys.exit('no plan today')"], patience=30
    )

    assert ended.code == 1
    assert ended.memory_mib > 80
    assert ended.complaint == "no plan today"


def test_a_process_that_hangs_is_killed() -> None:
    ended = run_fresh(["-c", "import time; time.sleep(100)"], patience=0.3)

    assert ended.code == -9
    assert ended.seconds < 20


def test_a_method_in_a_fresh_process_comes_back_checked() -> None:
    found = Record.measured("little", 1, "solve", 1.0, [one_pool(LITTLE, 1)])

    assert found.trouble == ""
    assert found.score is not None
    assert found.bound is not None
    assert found.bound >= found.score
    assert found.first_plan is not None
    assert found.memory_mib > 10


def test_several_pools_are_one_instance_whose_points_add_up() -> None:
    pools = [one_pool(LITTLE, seed) for seed in (1, 2, 3)]

    found = Record.measured("little", 1, "greedy", 1.0, pools)

    assert len(found.keys) == 3
    assert found.score == sum(score for score in found.scores if score is not None)


def test_a_method_that_does_not_exist_is_trouble_and_not_the_end() -> None:
    found = Record.measured("little", 1, "oracle", 1.0, [one_pool(LITTLE, 1)])

    assert found.score is None
    assert "KeyError" in found.trouble


def test_the_best_bound_is_the_least_over_all_methods() -> None:
    bounds = Bounds(None)

    bounds.learn("a", "solve", 90, 110)
    bounds.learn("a", "highs", 80, 100)
    bounds.learn("a", "cpsat", None, 105)

    assert bounds.bound(("a",)) == 100
    assert gap(record(), bounds) == pytest.approx(10.0)


def test_a_bound_below_a_checked_plan_is_named_and_not_kept() -> None:
    bounds = Bounds(None)
    bounds.learn("a", "solve", 90, 110)

    said = bounds.learn("a", "highs", None, 85)

    assert "highs" in said
    assert bounds.bound(("a",)) == 110


def test_a_plan_above_a_known_bound_unmasks_it() -> None:
    bounds = Bounds(None)
    bounds.learn("a", "cpsat", 80, 85)

    said = bounds.learn("a", "solve", 90, 100)

    assert "cpsat" in said
    assert bounds.bound(("a",)) == 100


def test_bounds_survive_their_file(tmp_path: Path) -> None:
    path = tmp_path / "bounds.json"
    bounds = Bounds.at(path)
    bounds.learn("a", "solve", 90, 110)
    bounds.save()

    assert Bounds.at(path).known == bounds.known


def test_an_instance_without_a_bound_of_each_pool_has_no_gap() -> None:
    bounds = Bounds(None)
    bounds.learn("a", "solve", 90, 110)

    assert gap(record(keys=("a", "b")), bounds) is None


def test_the_page_says_which_target_is_met_and_which_is_not() -> None:
    bounds = Bounds(None)
    bounds.learn("a", "highs", 99, 100)
    fine, poor = record(score=100), record(score=99, seed=2)

    met, missed = (
        report(Results(machine=this_machine(), command="c", records=tuple(records)), bounds)
        for records in ((fine,), (fine, poor))
    )

    assert "| S9 | 5 | gap ≤ 0.3 % | 0.00 / 0.00 % | met |" in met
    assert "| S9 | 5 | gap ≤ 0.3 % | 0.50 / 1.00 % | **missed** |" in missed


def test_every_change_of_a_line_is_followed_by_valid_plans() -> None:
    problem = one_pool(LITTLE, 1)
    plan = greedy(problem)

    found = list(events(problem, plan, changes=6, repair=0.3, seed=1, reference=0.5))

    assert {event.kind for event in found} == {name for name, _ in CHANGES}
    assert found[0].reference is not None
    for event in found:
        assert event.inserted.trouble == event.repaired.trouble == ""
        assert event.kept <= event.inserted.score <= event.repaired.score  # type: ignore[operator]
        assert event.inserted.score is not None


def test_run_writes_one_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "results.json"

    main(
        [
            "run",
            "--sizes",
            "S9",
            "--seeds",
            "1-2",
            "--methods",
            "greedy",
            "--json",
            "--out",
            str(out),
        ]
    )

    found = json.loads(capsys.readouterr().out)
    assert [row["seed"] for row in found["records"]] == [1, 2]
    assert len(Results.model_validate_json(out.read_bytes()).records) == 2
    assert out.with_suffix(".bounds.json").exists()


def test_generate_writes_a_problem_that_can_be_read(tmp_path: Path) -> None:
    out = tmp_path / "problem.json"

    main(["generate", "--size", "L", "--pool", "16", "--seed", "7", "--out", str(out)])

    assert json.loads(out.read_text())["pool_id"] == "16"


@pytest.mark.parametrize(
    "arguments",
    [
        ["generate", "--size", "L", "--pool", "48", "--out", "x"],
        ["gap", "/nowhere"],
        ["run", "--sizes", "XXL"],
    ],
)
def test_wrong_arguments_end_with_a_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    assert "bench" in capsys.readouterr().err
    assert "XXL" not in SIZES


def test_a_bound_of_a_method_that_counts_points_differently_is_not_believed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    problem = one_pool(LITTLE, 1)
    made = greedy(problem)
    earned = terms(problem, made).score
    proved = Outcome(assignments=made, claimed=earned - 5, bound=earned + 9, proved=True)
    ended = Ended(code=0, seconds=1.0, memory_mib=1.0, complaint="")
    monkeypatch.setattr(record_module, "ask", lambda *_: ((proved,), ended))

    found = Record.measured("little", 1, "solve", 1.0, [problem])

    assert found.score == earned
    assert found.bound is None
    assert "claims" in found.trouble


def test_a_run_that_takes_longer_than_granted_is_called_late(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    problem = one_pool(LITTLE, 1)
    slow = Outcome(assignments=greedy(problem), seconds=3.0)
    ended = Ended(code=0, seconds=3.0, memory_mib=1.0, complaint="")
    monkeypatch.setattr(record_module, "ask", lambda *_: ((slow,), ended))

    assert Record.measured("little", 1, "solve", 1.0, [problem]).trouble == "late: 3 of 1 s"
    assert Record.measured("little", 1, "solve", 3.0, [problem]).trouble == ""
