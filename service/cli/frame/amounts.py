"""How hours, places and plans are written in the terminal's sentences."""

from collections.abc import Mapping, Sequence

from matcher.plan import Plan, Status
from models.codes import prefecture_code
from models.hours import decimal
from models.months import Month
from producers.ports import Places
from wording import labels
from wording.months import label
from wording.reader import Lang, PlaceNames


def number(quarters: int) -> str:
    """Quarters as a table shows hours: `1,234.75`."""
    whole, point, part = decimal(quarters).partition(".")
    return f"{int(whole):,}{point}{part}"


def pool_name(pool_id: str, places: Places) -> str:
    """`20 長野県`."""
    return f"{pool_id} {places.name(prefecture_code(pool_id))}"


def municipalities(codes: Sequence[str], places: PlaceNames, lang: Lang = "ja") -> str:
    """Names of municipalities: three at most, then how many more."""
    names = [places.name(code) for code in codes]
    rest = len(names) - 3
    shown = "・".join(names[:3])
    if rest <= 0:
        return shown
    return f"{shown} ほか{rest}" if lang == "ja" else f"{shown} and {rest} more"


def span(months: Sequence[Month]) -> str:
    """`2026-07` or `2026-07–2026-09`; empty for none."""
    if not months:
        return ""
    first, last = min(months), max(months)
    return first if first == last else f"{first}–{last}"


def by_month(hours: Mapping[Month, int], lang: Lang = "ja") -> str:
    """`2026年7月 16・8月 16・2027年1月 8`: the year only where it changes."""
    if lang == "en":
        return ", ".join(f"{month} {number(hours[month])} h" for month in sorted(hours))
    parts, year = [], ""
    for month in sorted(hours):
        name = label(month) if month[:4] != year else f"{int(month[5:])}月"
        parts.append(f"{name} {number(hours[month])}")
        year = month[:4]
    return "・".join(parts)


def totals(plan: Plan, lang: Lang = "ja") -> list[str]:
    """充足／要請, the score, and how sure we are, in people's words."""
    asked = plan.served + sum(unmet.hours for unmet in plan.unmet)
    percent = f"{100 * plan.served / asked:.0f}%" if asked else "–"
    if lang == "en":
        return [
            f"served/asked {number(plan.served)}/{number(asked)} h ({percent}), "
            f"{len(plan.assignments)} assignments, {len(plan.unmet)} demand lines unmet",
            f"score {plan.score:,}, {_gap_en(plan)}. {labels.status(plan.status, lang)}",
        ]
    return [
        f"充足／要請 {number(plan.served)}／{number(asked)}時間（{percent}）　"
        f"割当 {len(plan.assignments)}件　未充足 {len(plan.unmet)}枠",
        f"評価点 {plan.score:,}点　{_gap_ja(plan)}　{labels.status(plan.status)}",
    ]


def _gap_ja(plan: Plan) -> str:
    if plan.bound is None:
        return "上限 不明"
    apart = plan.bound - plan.score
    if plan.status is Status.OPTIMAL or not apart:
        return f"上限 {plan.bound:,}点　上限との差 なし"
    return f"上限 {plan.bound:,}点　上限との差 {apart:,}点（{plan.gap or 0:.1%}）"


def _gap_en(plan: Plan) -> str:
    if plan.bound is None:
        return "no bound known"
    apart = plan.bound - plan.score
    return f"bound {plan.bound:,}, gap {apart:,} ({plan.gap or 0:.1%})"
