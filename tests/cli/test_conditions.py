"""Vendors, employers, training, exclusive lines and nested settings at the command line."""

import json
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from models.errors import Mistake
from tests.cli.conftest import Talentpool
from tests.cli.serving import serving, stop_the_clock
from tests.cli.stock import SERVED, TALENT
from tests.saying import refused
from wording.typed.notation import corporate_number

POOL = ("--pool", "20")
REQUEST = ("post", "request", "--id", "R-1", "--municipality", "佐久市", "--title", "窓口")
PERSON = ("post", "talent", *POOL, "--id", "T-9", "--role", "engineer", "--hours", "16")
#: Numbers that nobody bears.
VENDOR, OTHER = "8000000000001", "7000000000002"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


def _last(directory: Any) -> Any:
    with closing(sqlite3.connect(directory / "var" / "talentpool.db")) as database:
        rows = database.execute("SELECT value FROM log_records ORDER BY rowid").fetchall()
    return json.loads(rows[-1][0])


def _shown(talentpool: Talentpool, kind: Any, id_: Any) -> Any:
    return json.loads(talentpool("show", kind, id_, *POOL, "--json").out)


def test_a_request_names_its_vendors_and_a_line_that_fills_a_person(
    talentpool: Talentpool, empty: Path
) -> None:
    said = talentpool(
        *(*REQUEST, "--role", "pm", "--hours", "120", "--exclusive", "--on-site", "50"),
        *("--vendor", "８-0000-0000-0001", "--vendor", OTHER, "--line", "pm 8h 専任"),
    )

    request = _last(empty)["request"]
    first, second = request["lines"]
    assert said.code == 0, said.err
    assert request["vendors"] == [VENDOR, OTHER]
    assert (first["exclusive"], first["on_site_percent"]) == (True, 50)
    assert (second["exclusive"], second["on_site_percent"]) == (True, 0)
    assert f"関係する事業者　{VENDOR}、{OTHER}" in said.out
    assert "専任　訪問50%" in said.out


def test_a_talent_has_an_employer_and_its_training(talentpool: Talentpool, empty: Path) -> None:
    said = talentpool(*PERSON, "--employer", VENDOR, "--trained-from", "令和9年1月")

    talent = _last(empty)["talent"]
    assert said.code == 0, said.err
    assert (talent["employer"], talent["trained_from"]) == (VENDOR, "2027-01")
    assert talent["training_waiver"] is None
    assert "研修　修了（2027-01 から配置できる）" in said.out


@pytest.mark.parametrize("reason", ["former_official", "自治体OB・OG", "Former municipal official"])
def test_a_waiver_is_recorded_with_its_reason(
    talentpool: Talentpool, empty: Path, reason: str
) -> None:
    said = talentpool(*PERSON, "--waive-training", reason)

    assert said.code == 0, said.err
    assert _last(empty)["talent"]["training_waiver"] == "former_official"
    assert "研修　免除（自治体OB・OG）" in said.out


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ((*REQUEST, "--line", "pm 8h", "--vendor", "1000000000001"), "正しければ 8000000000001"),
        ((*REQUEST, "--line", "pm 8h", "--vendor", "000000000001"), "法人番号は 8000000000001"),
        ((*REQUEST, "--line", "pm 8h", "--vendor", "株式会社見本"), "13桁"),
        ((*REQUEST, "--line", "pm 8h exclusive=perhaps"), "yes"),
        ((*REQUEST, "--line", "pm 8h", "--exclusive"), "--role"),
        ((*PERSON, "--employer", "9000000000001"), "8000000000001"),
        ((*PERSON, "--trained-from", "まだ"), "2026-12"),
        ((*PERSON, "--waive-training", "忙しい"), "urgent（緊急）"),
    ],
)
def test_a_mistake_is_said_with_what_to_write_instead(
    talentpool: Talentpool, empty: Path, words: tuple[str, ...], hint: str
) -> None:
    said = talentpool(*words)

    assert (said.code, said.out) == (2, "")
    assert hint in said.err


@pytest.mark.parametrize(
    "written", [VENDOR, "８0000００００0001", "8-0000-0000-0001", " 8000 0000 00001"]
)
def test_a_corporate_number_is_read_as_people_write_it(written: str) -> None:
    assert corporate_number(written) == VENDOR


def test_a_corporate_number_with_a_wrong_digit_is_no_corporate_number() -> None:
    with refused(Mistake, match="あとの12桁が正しければ 8000000000001 です"):
        corporate_number("9000000000001")


def test_a_wrong_number_in_a_file_is_said_with_its_place_and_the_right_one(
    talentpool: Talentpool, empty: Path
) -> None:
    talentpool(*REQUEST, "--line", "pm 8h", "--vendor", VENDOR)
    entity = _last(empty)["request"] | {"vendors": [OTHER, "1000000000001"]}
    (empty / "request.json").write_text(json.dumps(entity), encoding="utf-8")
    (empty / "short.json").write_text(json.dumps(entity | {"vendors": ["1"]}), encoding="utf-8")

    wrong = talentpool("post", "request", "--file", "request.json")
    short = talentpool("post", "request", "--file", "short.json")

    assert (wrong.code, short.code) == (2, 2)
    assert "関係する事業者（法人番号）・2番目" in wrong.err
    assert "8000000000001" in wrong.err
    assert "13桁の法人番号" in short.err


def test_who_is_not_trained_is_pointed_out_where_the_pool_asks_for_it(
    talentpool: Talentpool, stocked: Path
) -> None:
    with serving(stocked):
        talentpool("configure", *POOL, "--require-training", "--wait")
        untrained = talentpool(*PERSON, "--wait")
        trained = talentpool(
            *("amend", "talent", "T-9", *POOL, "--set", "training_waiver=緊急", "--wait", "--json")
        )
        [undo] = json.loads(trained.out)["undo"]
        undone = talentpool(*shlex.split(undo)[1:], "--wait")
        after = _shown(talentpool, "talent", "T-9")

    assert "研修修了が配置の条件です" in untrained.out
    assert json.loads(trained.out)["changed"][0]["after"] == "urgent"
    assert "研修免除の理由：緊急 → なし" in undone.out
    assert (after["training_waiver"], after["revision"]) == (None, 3)


def test_a_fiscal_year_appointment_is_said_to_end_in_march(
    talentpool: Talentpool, empty: Path
) -> None:
    said = talentpool(*PERSON, "--form", "会計年度任用職員", "--until", "2028-03")

    assert said.code == 0
    assert "年度末（2027-03）までとして計画します" in said.out


def test_every_new_field_is_amended_and_taken_back(talentpool: Talentpool, stocked: Path) -> None:
    words = ("--set", f"vendors={VENDOR}、{OTHER}", "--set", "1.exclusive=はい")
    person = ("--set", f"employer={VENDOR}", "--set", "trained_from=2026年12月")
    with serving(stocked):
        done = talentpool(
            *("amend", "request", SERVED, *POOL, *words, "--set", "1.on_site_percent=20%"),
            *("--wait", "--json"),
        )
        request = _shown(talentpool, "request", SERVED)
        there = talentpool("show", "request", SERVED, *POOL).out
        both = talentpool("amend", "talent", TALENT, *POOL, *person, "--wait", "--json")
        talent = talentpool("show", "talent", TALENT, *POOL).out
        for said in (done, both):
            [undo] = json.loads(said.out)["undo"]
            assert talentpool(*shlex.split(undo)[1:], "--wait").code == 0
        back, person_back = (
            _shown(talentpool, *each) for each in (("request", SERVED), ("talent", TALENT))
        )

    assert request["vendors"] == [VENDOR, OTHER]
    assert (request["lines"][0]["exclusive"], request["lines"][0]["on_site_percent"]) == (True, 20)
    assert f"{VENDOR}・{OTHER}" in there
    assert "訪問 20%・専任" in there
    assert "修了（2026-12 から配置できる）" in talent
    assert VENDOR in talent
    assert (back["vendors"], back["lines"][0]["exclusive"]) == ([], False)
    assert (person_back["employer"], person_back["trained_from"]) == (None, None)


def test_show_talent_tells_the_waiver_and_its_reason(talentpool: Talentpool, stocked: Path) -> None:
    with serving(stocked):
        talentpool(
            *("amend", "talent", TALENT, *POOL, "--set", "training_waiver=former_official"),
            "--wait",
        )
        japanese = talentpool("show", "talent", TALENT, *POOL).out
        english = talentpool("show", "talent", TALENT, *POOL, "--lang", "en").out

    assert "研修" in japanese
    assert "免除（自治体OB・OG）" in japanese
    assert "waived (former municipal official)" in english


def test_nested_settings_change_one_by_one_and_go_back(
    talentpool: Talentpool, stocked: Path
) -> None:
    with serving(stocked):
        done = talentpool(
            *("configure", *POOL, "--set", "need.island=25%", "--set", "weights.producer=300"),
            *("--set", "natures.side_job=助言", "--set", "natures.contract=all"),
            *("--set", "natures.full_time=none", "--require-training", "--wait", "--json"),
        )
        document = json.loads(done.out)
        back = talentpool(*shlex.split(document["undo"][0])[1:], "--wait", "--json")

    before, after = document["before"], document["settings"]
    assert (done.code, back.code) == (0, 0), (done.err, back.err)
    assert after["need"] == before["need"] | {"island": 25}
    assert after["weights"] == before["weights"] | {"producer": 300}
    assert after["natures"] == {"side_job": ["advice"], "full_time": []}
    assert after["training_required"] is True
    assert json.loads(back.out)["settings"] == before


def test_all_settings_are_shown_by_name_and_in_words(talentpool: Talentpool, stocked: Path) -> None:
    said = talentpool("configure", *POOL).out

    for line in (
        "研修を配置の条件にする: いいえ",
        "必要度 one_person_it（一人情シス）: 30%",
        "従事できる業務 side_job（副業人材）: 単発、助言",
        "従事できる業務 full_time（常勤職員）: すべて",
        "重み producer（プロデューサーも付く枠）: 200",
    ):
        assert any(each.strip() == line for each in said.replace("（伴走）", "").splitlines()), line


def test_only_what_changes_is_shown_of_a_change(talentpool: Talentpool, stocked: Path) -> None:
    said = talentpool("configure", *POOL, "--set", "natures.side_job=すべて", "--dry-run")

    assert "副業人材）: 単発、助言 → すべて" in said.out
    assert "必要度" not in said.out


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--set", "need.iland=20"), "need.island"),
        (("--set", "need.island"), "名前=値"),
        (("--set", "need.island=many"), "need.island=20"),
        (("--set", "need.island=101"), "100 以下"),
        (("--set", "natures.side_job=遊び"), "advice"),
        (("--set", "natures.side_job="), "none"),
        (("--set", "natures.boss=advice"), "natures."),
        (("--set", "training_required=perhaps"), "yes"),
        (("--set", "weights=1"), "weights."),
        (("--weight", "served=1000000"), "29,411 以下"),
        (("--weight", "served=29000", "--set", "need.small=100"), "まで"),
        (("--weight", "served=" + "9" * 5000), "整数"),
    ],
)
def test_wrong_settings_are_refused_with_what_to_write(
    talentpool: Talentpool, stocked: Path, words: tuple[str, ...], hint: str
) -> None:
    said = talentpool("configure", *POOL, *words)

    assert (said.code, said.out) == (2, "")
    assert hint in said.err
