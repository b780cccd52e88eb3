"""Templates: escaped by default, and an unknown name in one is an error."""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from models.months import Month, fiscal_year
from web.frame.static_files import static_url

TEMPLATES = Path(__file__).parents[1] / "templates"


@cache
def environment() -> Environment:
    """One for the whole process; its templates are compiled once."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.do"],
    )
    made.globals["static"] = static_url
    made.globals["fiscal_years"] = fiscal_years
    return made


def fiscal_years(months: Iterable[Month]) -> list[tuple[int, int]]:
    """The fiscal years of months in order, each with how many of the months lie in it."""
    return [(year, len(list(each))) for year, each in groupby(months, key=fiscal_year)]


def rendered(template: str, values: Mapping[str, Any]) -> str:
    """The text of a page."""
    return environment().get_template(template).render(values)
