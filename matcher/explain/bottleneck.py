"""One entry of the bottleneck list, as data and as a sentence."""

from matcher.explain import en, ja
from matcher.explain.en.words import counted
from matcher.problem import Code, Hours
from models.entities import Form, Level, Role, Skill
from models.frozen import Frozen
from models.hours import TotalQuarters, decimal
from models.ids import LineIdField
from wording import labels
from wording.hours import spoken
from wording.months import label
from wording.reader import Lang


class Bottleneck(Frozen):
    """One more person of a role, and what that would change."""

    role: Role
    skills: dict[Skill, Level] = {}  #: what the lines they would serve ask for
    form: Form = Form.FULL_TIME  #: an employment form that may do their work
    hours: Hours  #: of that person, all of it used
    missing: TotalQuarters  #: unmet hours of the group of lines, in all months
    served: TotalQuarters  #: more than now, over the whole pool
    lines: tuple[LineIdField, ...]  #: that get more hours
    municipalities: tuple[Code, ...]  #: of those lines
    reached: tuple[Code, ...]  #: municipalities that have not one hour now
    text_ja: str = ""
    text_en: str = ""


def in_japanese(entry: Bottleneck) -> str:
    """`PM があと16時間（2026年7月）あれば、あと3市町村に届きます`, and how much that is."""
    months = sorted(entry.hours)
    when = label(months[0]) if len(months) == 1 else f"{label(months[0])}〜{label(months[-1])}"
    told = "・".join(_form(entry, "ja") + [f"{name} {n}" for name, n in entry.skills.items()])
    who = f"{ja.ROLES[entry.role]}（{told}）" if told else ja.ROLES[entry.role]
    # A Latin word stands apart from the Japanese after it.
    apart = " " if who[-1].isascii() else ""
    need = f"{who}{apart}があと{spoken(sum(entry.hours.values()))}（{when}）あれば、"
    lines = f"要請枠{len(entry.lines)}件、{spoken(entry.served)}"
    if entry.reached:
        return f"{need}あと{len(entry.reached)}市町村に届きます（{lines}）。"
    if entry.municipalities:
        return f"{need}{len(entry.municipalities)}市町村の支援を増やせます（{lines}）。"
    return f"{need}県の要請を充足できます（{lines}）。"


def in_english(entry: Bottleneck) -> str:
    """`16 h more PM in 2026-07 would reach 3 more municipalities`, and how much that is."""
    months = sorted(entry.hours)
    when = f"in {months[0]}" if len(months) == 1 else f"from {months[0]} to {months[-1]}"
    told = ", ".join(_form(entry, "en") + [f"{name} {n}" for name, n in entry.skills.items()])
    who = f"{en.ROLES[entry.role]} ({told})" if told else en.ROLES[entry.role]
    need = f"{decimal(sum(entry.hours.values()))} h more {who} {when} would"
    lines = f"{counted(len(entry.lines), 'demand line')}, {decimal(entry.served)} h"
    if entry.reached:
        return f"{need} reach {counted(len(entry.reached), 'more municipality')} ({lines})."
    if entry.municipalities:
        return f"{need} help {counted(len(entry.municipalities), 'municipality')} more ({lines})."
    return f"{need} serve the prefecture's own requests ({lines})."


def _form(entry: Bottleneck, lang: Lang) -> list[str]:
    """The employment form, where not every form may do the work."""
    return [] if entry.form is Form.FULL_TIME else [labels.form(entry.form, lang)]
