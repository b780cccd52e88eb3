"""Files of the benchmark that are no tables of numbers are refused."""

from pathlib import Path

import pytest

from bench.command import main as bench


@pytest.mark.parametrize(
    "text",
    [b"\xff\xfe\0", b"2 2 1 2 3 nan 1 1 1 1 5 5", b"2 2 1 2 3 1e999 1 1 1 1 5 5", b"9" * 6000],
    ids=["binary", "nan", "infinite", "long"],
)
def test_bench_gap_refuses_what_is_no_table_of_numbers(
    text: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "odd.txt").write_bytes(text)

    with pytest.raises(SystemExit) as end:
        bench(["gap", str(tmp_path), "--seconds", "1"])

    assert end.value.code == 2
    assert "odd.txt: " in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_bench_gap_refuses_what_is_no_folder(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SystemExit) as end:
        bench(["gap", str(tmp_path / name)])

    assert end.value.code == 2
    assert name in capsys.readouterr().err
