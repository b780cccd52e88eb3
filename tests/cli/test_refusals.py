"""What is refused is named by its field, one fault hides no other, and none is made up."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import Talentpool
from tests.cli.serving import stop_the_clock
from tests.cli.stock import SERVED, TALENT
from wording.fields import pool_settings

POOL = ("--pool", "20")
REQUEST = ("post", "request", "--municipality", "佐久市", "--title", "窓口", "--role", "pm")
SETS = ("--set", "overhead=-1", "--set", "form=x")
URGENCY = ("amend", "request", SERVED, *POOL, "--set", "urgency=9")
PERSON = ("post", "talent", *POOL, "--role", "pm", "--hours", "8")


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


@pytest.mark.parametrize(
    ("words", "ja", "en"),
    [
        ((*REQUEST, "--hours", "8", "--urgency", "9"), "緊急度「9」", "urgency “9”"),
        ((*REQUEST, "--hours", "8", "--people", "x"), "人数「x」", "people “x”"),
        ((*REQUEST, "--hours", "8", "--nature", "x"), "業務の性質「x」", "nature of work “x”"),
        ((*PERSON, "--form", "x"), "雇用形態「x」", "employment form “x”"),
        ((*PERSON, "--overhead", "x"), "固定の時間（月）「x」", "overhead"),
        ((*PERSON, "--from", "x"), "契約開始月「x」", "contract from “x”"),
        (
            ("amend", "request", SERVED, *POOL, "--set", "urgency=9"),
            "緊急度「9」",
            "urgency “9”",
        ),
    ],
)
def test_the_field_is_named(
    talentpool: Talentpool, stocked: Path, words: Sequence[str], ja: str, en: str
) -> None:
    assert ja in talentpool(*words).err
    assert en in talentpool(*words, "--lang", "en").err


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        (
            ("amend", "talent", TALENT, *POOL, *SETS, "--hours", "2026-13=8"),
            ("固定の時間（月）", "雇用形態", "2026-13"),
        ),
        (
            ("amend", "request", SERVED, *POOL, "--set", "urgency=9", "--set", "1.people=x"),
            ("緊急度", "人数"),
        ),
        (("configure", *POOL, "--set", "release_at_once=x", "--set", "need.small=y"), ("x", "y")),
    ],
)
def test_one_fault_hides_no_other(
    talentpool: Talentpool, stocked: Path, words: Sequence[str], fields: Sequence[str]
) -> None:
    said = talentpool(*words)

    assert said.code == 2
    assert [field for field in fields if field not in said.err] == []


def test_lines_that_are_wrong_are_not_said_to_be_missing(
    talentpool: Talentpool, stocked: Path
) -> None:
    said = talentpool(*REQUEST, "--hours", "2026-12=200000")

    assert "14,880 時間以下" in said.err
    assert "空です" not in said.err


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_setting_is_read_as_it_is_shown(talentpool: Talentpool, stocked: Path, lang: str) -> None:
    shown = talentpool("configure", *POOL, "--lang", lang).out.splitlines()[1:]
    values = [line.partition(":")[2].strip() for line in shown]
    assert len(values) == len(pool_settings.PATHS)

    sets = [
        word
        for path, value in zip(pool_settings.PATHS, values, strict=True)
        for word in ("--set", f"{pool_settings.written_name(path)}={value}")
    ]
    said = talentpool("configure", *POOL, *sets, "--dry-run", "--lang", lang)

    assert said.code == 0, said.err
    assert ("変更はありません" if lang == "ja" else "change") in said.out
    assert "→" not in said.out


def test_months_ahead_are_read_in_full_width(talentpool: Talentpool, stocked: Path) -> None:
    said = talentpool("configure", *POOL, "--horizon", "１０", "--dry-run")

    assert "10か月" in said.out
