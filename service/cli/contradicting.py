"""Why no plan exists, as people read it: which pins and which rule, and what to do."""

from matcher.explain.contradictions import Against, Contradiction
from models.hours import decimal
from wording.hours import spoken
from wording.months import label
from wording.reader import Lang


def contradiction(found: Contradiction, lang: Lang = "ja") -> str:
    """`T1 の2026年12月の空きは40時間ですが、固定（R1/1、R2/1）の合計が48時間です。…`"""
    if lang == "en":
        return _in_english(found)
    pins = "、".join(f"{each.line_id}×{each.talent_id}" for each in found.pins)
    whose = (
        f"{found.talent_id} が{label(found.month)}に使える時間は"
        if found.rule is Against.CAPACITY
        else f"要請枠 {found.line_id} が{label(found.month)}に求める時間は"
    )
    return (
        f"{whose}{spoken(found.most)}ですが、固定（{pins}）は合わせて{spoken(found.pinned)}です。"
        "どれか一つの固定を外すか、時間を直してください。"
    )


def _in_english(found: Contradiction) -> str:
    pins = ", ".join(f"{each.line_id} x {each.talent_id}" for each in found.pins)
    whose = (
        f"{found.talent_id} has {decimal(found.most)} h in {found.month}"
        if found.rule is Against.CAPACITY
        else f"line {found.line_id} asks for {decimal(found.most)} h in {found.month}"
    )
    return (
        f"{whose}, and pins ({pins}) take {decimal(found.pinned)} h;"
        " take one of them off, or mend the hours."
    )
