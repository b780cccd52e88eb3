"""What every English sentence needs: hours, months, places and names."""

from collections.abc import Iterable, Mapping, Sequence

from models.entities import Role
from models.months import Month, between
from models.pool_settings import NeedPart
from wording import labels
from wording.amounts import amount
from wording.reader import PlaceNames

ROLES = {Role.PRODUCER: "producer", Role.PM: "PM", Role.ENGINEER: "engineer"}
#: The rules of the funnel, in a word each.
RULES = {
    "role": "role",
    "skill": "skills",
    "nature": "nature of work",
    "contract": "contract",
    "training": "training",
    "excluded": "exclusions",
    "conflict": "conflicts of interest",
    "declined": "declines",
    "hours": "free hours",
    "places": "municipalities at once",
    "exclusive": "exclusive lines",
}


def listed(words: Sequence[str]) -> str:
    """`one, two and three`."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def amounts(hours: Mapping[Month, int]) -> str:
    """`16 h in 2026-07 and 8 h in 2026-08`; many months in one breath."""
    months = sorted(hours)
    if len(months) <= 3:
        return listed([f"{amount(hours[month])} h in {month}" for month in months])
    total = amount(sum(hours.values()))
    return f"{total} h over {len(months)} months from {months[0]} to {months[-1]}"


def named(months: Iterable[Month]) -> str:
    """`2026-07 and 2026-08`; many months by the first, the last and how many."""
    some = sorted(months)
    if len(some) <= 3:
        return listed(some)
    if some == list(between(some[0], some[-1])):
        return f"{some[0]} to {some[-1]}"
    return f"{len(some)} months from {some[0]} to {some[-1]}"


def counted(count: int, what: str) -> str:
    """`1 municipality`, `2 municipalities`, `3 people`."""
    if count == 1:
        return f"1 {'person' if what == 'people' else what}"
    if what == "people":
        return f"{count} people"
    return f"{count} {what[:-1]}ies" if what.endswith("y") else f"{count} {what}s"


def whose(municipalities: Sequence[str], places: PlaceNames) -> str:
    """`, 松本市`, or of a joint request the first and how many more; empty for nobody's."""
    names = [places.name(code) for code in municipalities]
    if len(names) > 1:
        return f", {names[0]} and {len(names) - 1} more, a joint request"
    return "".join(f", {name}" for name in names)


def need(parts: Mapping[NeedPart, int]) -> str:
    """`Need: one-person IT +30 %.`; nothing where nothing adds to the worth."""
    told = [f"{labels.need_part(part, 'en')} +{p}%" for part, p in parts.items() if p]
    return f"Need: {', '.join(told)}." if told else ""
