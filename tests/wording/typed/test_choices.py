"""Words of closed lists as offices say them."""

from typing import Any

import pytest

from models.unfit import Unfit
from wording import labels
from wording.typed.choices import code_of
from wording.typed.numbers import whole

YES = ["はい", "○", "〇", "◯", "⭕", "○\ufe0e", "可", "あり", "有", "YES", "true", True, 1, "ｏｎ"]
NO = ["いいえ", "×", "✕", "不可", "なし", "無", "無し", "No", "false", False, 0]
FORMS = {
    "full_time": ["常勤", "常勤職員", "正規職員"],
    "fixed_term": ["任期付", "任期付職員"],
    "fiscal_year": ["会計年度", "会計年度任用職員"],
    "part_time": ["非常勤", "非常勤職員", "パート"],
    "side_job": ["副業", "副業人材", "副業（週1日）", "兼業"],
    "contract": ["業務委託", "委託"],
    "secondment": ["出向"],
}


@pytest.mark.parametrize(
    ("words", "code", "written"),
    [
        *((labels.YES_NO, "yes", word) for word in YES),
        *((labels.YES_NO, "no", word) for word in NO),
        *((labels.FORMS, code, word) for code, words in FORMS.items() for word in words),
        (labels.ROLES, "pm", "ＰＭ"),
        (labels.ROLES, "engineer", "エンジニア・SD"),
        (labels.NATURES, "continuous", "伴走"),
        (labels.URGENCIES, "3", "至急"),
        (labels.URGENCIES, "2", 2.0),
    ],
)
def test_a_word_of_offices_means_its_code(
    words: dict[str, tuple[str, ...]], code: str, written: Any
) -> None:
    assert code_of(words, written) == code  # type: ignore[arg-type]


@pytest.mark.parametrize("words", [labels.ROLES, labels.FORMS, labels.YES_NO, labels.URGENCIES])
@pytest.mark.parametrize("written", ["課長", "", "4.5", "応相談"])
def test_another_word_means_none(words: dict[str, tuple[str, ...]], written: str) -> None:
    assert code_of(words, written) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("words", [v for v in vars(labels).values() if isinstance(v, dict)])
def test_every_label_means_its_own_code(words: Any) -> None:
    for code, names in words.items():
        if isinstance(names, tuple):
            assert all(code_of(words, word) == code for word in (code, *names))


@pytest.mark.parametrize("written", ["2", "２", "2名", "2人", "2 人", 2, 2.0, "2%"])
def test_a_whole_number_may_have_its_unit(written: Any) -> None:
    assert whole(written, 1, 20) == 2


@pytest.mark.parametrize("written", ["0", "21", "2.5", 0.5, "二", True, "", "-2"])
def test_what_is_no_such_number_is_refused(written: Any) -> None:
    with pytest.raises(Unfit):
        whole(written, 1, 20)
