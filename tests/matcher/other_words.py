"""The same problem in other words: other names, another order, other units, another year."""

from collections.abc import Mapping
from random import Random
from typing import Any

from matcher.problem import Problem
from models.months import Month, plus
from tests.matcher.some_facts import VENDORS

_OTHERS = ("3000000000000", "4000000000000")
_LISTS = ("talents", "lines", "pairs", "bars", "pins", "previous")


def shuffled(of: Problem, random: Random) -> Problem:
    """Everything in another order, the municipalities of joint requests too."""
    change: dict[str, Any] = {
        name: random.sample(getattr(of, name), len(getattr(of, name))) for name in _LISTS
    }
    change["lines"] = [
        dict(line) | {"municipalities": tuple(reversed(line.municipalities))}
        for line in change["lines"]
    ]
    return Problem.model_validate(dict(of) | change)


def renamed(of: Problem, random: Random) -> Problem:
    """Talents, requests, lines, municipalities and vendors have each other's or new names."""
    talents = _other([t.talent_id for t in of.talents], random, "p")
    requests = _other(sorted({line.request_id for line in of.lines}), random, "Q-")
    codes = _codes(of, random)
    vendors = dict(zip(VENDORS, random.choice((VENDORS[::-1], _OTHERS)), strict=True))
    numbers = list(range(1, len(of.lines) + 1))
    random.shuffle(numbers)
    lines = {
        line.line_id: f"{requests[line.request_id]}/{number}"
        for line, number in zip(of.lines, numbers, strict=True)
    }

    def named(item: Any) -> dict[str, Any]:
        return dict(item) | {
            "line_id": lines[item.line_id],
            "talent_id": talents[item.talent_id],
        }

    change: dict[str, Any] = {
        name: [named(item) for item in getattr(of, name)]
        for name in ("pairs", "bars", "pins", "previous")
    }
    change["talents"] = [
        dict(t)
        | {
            "talent_id": talents[t.talent_id],
            "excluded": tuple(codes[code] for code in t.excluded),
            "employer": vendors.get(t.employer or "", t.employer),
        }
        for t in of.talents
    ]
    change["lines"] = [
        dict(line)
        | {
            "line_id": lines[line.line_id],
            "request_id": requests[line.request_id],
            "municipalities": tuple(codes[code] for code in line.municipalities),
            "vendors": tuple(vendors.get(vendor, vendor) for vendor in line.vendors),
        }
        for line in of.lines
    ]
    return Problem.model_validate(dict(of) | change)


def later(of: Problem, years: int) -> Problem:
    """The same so many years later: fiscal years turn where they turned."""

    def moved(month: Month | None) -> Month | None:
        return None if month is None else plus(month, 12 * years)

    def hours(given: Mapping[Month, int]) -> dict[Month, int]:
        return {plus(month, 12 * years): amount for month, amount in given.items()}

    change: dict[str, Any] = {"months": tuple(map(moved, of.months))}
    change["talents"] = [
        dict(t)
        | {name: moved(getattr(t, name)) for name in ("contract_from", "contract_until")}
        | {"trained_from": moved(t.trained_from), "capacity": hours(t.capacity)}
        for t in of.talents
    ]
    for name in ("lines", "pins", "previous"):
        change[name] = [dict(item) | {"hours": hours(item.hours)} for item in getattr(of, name)]
    change["pairs"] = [dict(pair) | {"overhead": hours(pair.overhead)} for pair in of.pairs]
    change["bars"] = [dict(bar) | {"months": tuple(map(moved, bar.months))} for bar in of.bars]
    return Problem.model_validate(dict(of) | change)


def times(of: Problem, factor: int) -> Problem:
    """All points so many times as much: weights, values, and the points of pairs."""
    weights = {
        name: value * (1 if name.endswith("_percent") else factor)
        for name, value in of.weights.model_dump().items()
    }
    lines = [dict(line) | {"value": line.value * factor} for line in of.lines]
    pairs = [dict(pair) | {"points": pair.points * factor} for pair in of.pairs]
    return Problem.model_validate(dict(of) | {"weights": weights, "lines": lines, "pairs": pairs})


def alone(of: Problem) -> Problem:
    """Every joint request asks as a single municipality that nobody else is.

    Who is excluded at one of those that asked is excluded there.
    """
    places = sorted({line.municipalities for line in of.lines})
    names = {place: f"99{at:03d}0" for at, place in enumerate(places)}
    lines = [dict(line) | {"municipalities": (names[line.municipalities],)} for line in of.lines]
    talents = [
        dict(t)
        | {"excluded": tuple(names[place] for place in places if set(place) & set(t.excluded))}
        for t in of.talents
    ]
    return Problem.model_validate(dict(of) | {"lines": lines, "talents": talents})


def _other(ids: list[Any], random: Random, prefix: str) -> dict[str, str]:
    """Old ids to new ones: each other's, in half of the cases, or fresh."""
    if random.random() < 0.5:
        return dict(zip(ids, random.sample(ids, len(ids)), strict=True))
    return {name: f"{prefix}{random.randint(0, 999)}-{at}" for at, name in enumerate(ids)}


def _codes(of: Problem, random: Random) -> dict[str, str]:
    known = {code for line in of.lines for code in line.municipalities}
    known |= {code for talent in of.talents for code in talent.excluded}
    codes = sorted(known)
    return dict(zip(codes, random.sample(codes, len(codes)), strict=True))
