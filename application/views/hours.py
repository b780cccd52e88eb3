"""Quarters of an hour by month, and their sums."""

from collections.abc import Iterable, Mapping

from models.months import Month, fiscal_year

Hours = Mapping[Month, int]


def summed(several: Iterable[Hours]) -> dict[Month, int]:
    """Month by month, in order."""
    found: dict[Month, int] = {}
    for hours in several:
        for month, amount in hours.items():
            found[month] = found.get(month, 0) + amount
    return {month: found[month] for month in sorted(found)}


def total(hours: Hours) -> int:
    """Over all months."""
    return sum(hours.values())


def by_fiscal_year(hours: Hours) -> dict[int, int]:
    """The sum of each 年度 (April to March), in order."""
    found: dict[int, int] = {}
    for month in sorted(hours):
        year = fiscal_year(month)
        found[year] = found.get(year, 0) + hours[month]
    return found


def in_months(hours: Hours, months: Iterable[Month]) -> dict[Month, int]:
    """Those of some months alone."""
    return {month: hours[month] for month in months if month in hours}


def rate(part: int, whole: int) -> float | None:
    """A share; nothing of nothing."""
    return part / whole if whole else None
