"""What every Japanese sentence needs: hours, months, places and names."""

from collections.abc import Iterable, Mapping, Sequence

from models.entities import Role
from models.months import Month, between
from models.pool_settings import NeedPart
from wording import labels
from wording.hours import spoken
from wording.months import label
from wording.reader import PlaceNames

ROLES = {Role.PRODUCER: "プロデューサー", Role.PM: "PM", Role.ENGINEER: "エンジニア"}
#: The rules of the funnel, in a word each.
RULES = {
    "role": "役割",
    "skill": "スキル",
    "nature": "業務の性質",
    "contract": "契約期間",
    "training": "研修",
    "excluded": "除外",
    "conflict": "利害関係",
    "declined": "辞退",
    "hours": "時間の空き",
    "places": "担当市区町村数",
    "exclusive": "専任",
}


def amounts(hours: Mapping[Month, int]) -> str:
    """`2026年7月に16時間、2026年8月に8時間`; many months in one breath."""
    months = sorted(hours)
    if len(months) <= 3:
        return "、".join(f"{label(month)}に{spoken(hours[month])}" for month in months)
    total = spoken(sum(hours.values()))
    return f"{label(months[0])}から{label(months[-1])}までの{len(months)}か月で合わせて{total}"


def named(months: Iterable[Month]) -> str:
    """`2026年7月と2026年8月`; many months by the first, the last and how many."""
    some = sorted(months)
    if len(some) <= 3:
        return "と".join(map(label, some))
    if some == list(between(some[0], some[-1])):
        return f"{label(some[0])}から{label(some[-1])}まで"
    return f"{label(some[0])}から{label(some[-1])}までのうち{len(some)}か月"


def whose(municipalities: Sequence[str], places: PlaceNames) -> str:
    """`松本市の`, or of a joint request the first and how many more; empty for nobody's."""
    names = [places.name(code) for code in municipalities]
    if len(names) > 1:
        return f"{names[0]} ほか{len(names) - 1}市区町村（共同の要請）の"
    # A code stands apart from the Japanese after it.
    return "".join(f"{name} の" if name[-1].isascii() else f"{name}の" for name in names)


def need(parts: Mapping[NeedPart, int]) -> str:
    """`必要度：一人情シス +30%、離島 +10%。`; nothing where nothing adds to the worth."""
    told = [f"{labels.need_part(part)} +{percent}%" for part, percent in parts.items() if percent]
    return f"必要度：{'、'.join(told)}。" if told else ""
