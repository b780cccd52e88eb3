"""Why no plan exists, in Japanese: which pins and which rule, and what to do."""

from matcher.explanation import Contradiction, PinLimit
from wording.hours import spoken
from wording.months import label


def contradiction(found: Contradiction) -> str:
    """`T1 の2026年12月の空きは40時間ですが、固定（R1/1、R2/1）の合計が48時間です。…`"""
    pins = "、".join(f"{each.line_id}×{each.talent_id}" for each in found.pins)
    whose = (
        f"{found.talent_id} が{label(found.month)}に使える時間は"
        if found.rule is PinLimit.CAPACITY
        else f"要請枠 {found.line_id} が{label(found.month)}に求める時間は"
    )
    return (
        f"{whose}{spoken(found.most)}ですが、固定（{pins}）は合わせて{spoken(found.pinned)}です。"
        "どれか一つの固定を外すか、時間を直してください。"
    )
