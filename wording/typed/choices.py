"""Words of a closed list: forms, roles, yes and no, as the labels have them or as offices say."""

from collections.abc import Mapping
from functools import lru_cache

from models.text_folding import folded
from models.written import plain
from wording import labels
from wording.labels import SHORT_ROLES, Words

#: Words that are understood besides those of the labels, by code.
_ALSO: Mapping[str, tuple[str, ...]] = {
    "producer": ("プロデューサ",),
    "pm": ("プロジェクトマネージャ", "プロマネ"),
    "engineer": ("エンジニア", "サービスデザイナー", "SD", "SE"),
    "yes": ("○", "〇", "◯", "⭕", "◎", "✓", "✔", "☑", "可", "可能", "あり", "有", "有り", "true",
            "y", "1", "on"),
    "no": ("×", "✕", "✖", "✗", "不可", "不可能", "なし", "無", "無し", "false", "n", "0",
           "off"),
    "full_time": ("常勤", "正職員", "正規職員", "正規", "任期の定めのない常勤職員"),
    "fixed_term": ("任期付",  "任期付き", "任期付き職員", "特定任期付職員"),
    "fiscal_year": ("会計年度", "会計年度任用", "会計年度職員"),
    "part_time": ("非常勤", "パート", "パートタイム"),
    "secondment": ("出向者", "在籍出向"),
    "side_job": ("副業", "兼業", "副業・兼業", "兼業・副業", "複業"),
    "contract": ("業務委託", "委託契約", "準委任", "請負"),
    "continuous": ("継続", "伴走", "伴走支援", "継続的な伴走"),
    "project": ("スポット", "単発（スポット）", "一回限り"),
    "advice": ("アドバイス", "相談"),
    "former_official": ("自治体OB", "自治体OG", "OB", "OG", "元職員"),
    "done_elsewhere": ("受講済み", "受講済", "他で受講済"),
    "urgent": ("至急",),
}  # fmt: skip
_URGENT = {"通常": "1", "急": "2", "急ぎ": "2", "緊急": "3", "大至急": "3"}


def code_of(words: Words, written: object) -> str | None:
    """The code that is meant, written as code or as a word in either language; None where none."""
    key = folded(plain(written))
    known = _known(tuple(words.items()))
    return known.get(key) or known.get(key.partition("(")[0])


@lru_cache(maxsize=32)
def _known(words: tuple[tuple[str, tuple[str, str]], ...]) -> dict[str, str]:
    codes = dict(words)
    known: dict[str, str] = {}
    for code, word in ((c, w) for c in codes for w in _ALSO.get(c, ())):
        known[folded(word)] = code
    if codes == dict(labels.URGENCIES):
        known |= _URGENT
    # The labels' own words come last: they win over what is understood besides.
    for code, pair in (*words, *((c, p) for c, p in SHORT_ROLES.items() if c in codes)):
        for word in pair:
            known[folded(word).partition("(")[0]] = code
    for code, pair in words:
        for word in (code, *pair):
            known[folded(word)] = code
    return known
