"""The data of the demo: files in data/, validated by the models when they are read."""

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from models.frozen import Frozen

_DATA = Path(__file__).with_name("data")

T = TypeVar("T", bound=Frozen)


@cache
def table(name: str) -> dict[str, Any]:
    """What a TOML file says."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


def rows(name: str, model: type[T]) -> tuple[T, ...]:
    """The rows of a CSV file, each as the model."""
    with (_DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(model.model_validate(row) for row in csv.DictReader(file))
