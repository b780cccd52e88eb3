"""What the pool lacks most, in Japanese."""

from matcher.explanation import Bottleneck
from models.entities import Form
from wording import labels
from wording.explain.ja.parts import ROLES
from wording.hours import spoken
from wording.months import label


def bottleneck(entry: Bottleneck) -> str:
    """`PM があと16時間（2026年7月）あれば、あと3市区町村に届きます`, and how much that is."""
    months = sorted(entry.hours)
    when = label(months[0]) if len(months) == 1 else f"{label(months[0])}〜{label(months[-1])}"
    # Where not every form may do the work, one that may is named.
    form = [] if entry.form is Form.FULL_TIME else [labels.form(entry.form)]
    told = "・".join(form + [f"{name} {n}" for name, n in entry.skills.items()])
    who = f"{ROLES[entry.role]}（{told}）" if told else ROLES[entry.role]
    # A Latin word stands apart from the Japanese after it.
    apart = " " if who[-1].isascii() else ""
    need = f"{who}{apart}があと{spoken(sum(entry.hours.values()))}（{when}）あれば、"
    lines = f"要請枠{len(entry.lines)}件、{spoken(entry.served)}"
    if entry.reached:
        return f"{need}あと{len(entry.reached)}市区町村に届きます（{lines}）。"
    if entry.municipalities:
        return f"{need}{len(entry.municipalities)}市区町村の支援を増やせます（{lines}）。"
    return f"{need}県の要請を充足できます（{lines}）。"
