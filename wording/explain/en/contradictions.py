"""Why no plan exists, in English: which pins and which rule, and what to do."""

from matcher.explanation import Contradiction, PinLimit
from wording.amounts import amount


def contradiction(found: Contradiction) -> str:
    """`T1 has 40 h in 2026-12, and pins (R1/1 x T1, …) take 48 h; …`"""
    pins = ", ".join(f"{each.line_id} x {each.talent_id}" for each in found.pins)
    whose = (
        f"{found.talent_id} has {amount(found.most)} h in {found.month}"
        if found.rule is PinLimit.CAPACITY
        else f"line {found.line_id} asks for {amount(found.most)} h in {found.month}"
    )
    return (
        f"{whose}, and pins ({pins}) take {amount(found.pinned)} h;"
        " take one of them off, or mend the hours."
    )
