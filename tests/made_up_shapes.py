"""Made-up shapes: municipalities as squares in rows, a tenth of a degree wide."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PER_ROW = 10


def square(west: float, south: float, side: float = 0.1) -> list[list[float]]:
    """Once around."""
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(properties: dict[str, Any], *rings: list[list[float]]) -> dict[str, Any]:
    """A shape of one polygon."""
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": list(rings)},
    }


def squares(codes: Sequence[str], name: str = "code") -> list[dict[str, Any]]:
    """One square for each code."""
    return [
        feature({name: code}, square(137.5 + at % PER_ROW / 10, 36.8 - at // PER_ROW / 10))
        for at, code in enumerate(codes)
    ]


def write(path: Path, features: Sequence[dict[str, Any]]) -> Path:
    """The file."""
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path
