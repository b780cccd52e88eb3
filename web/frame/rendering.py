"""Templates: escaped by default, and an unknown name in one is an error."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

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
    return made


def rendered(template: str, values: Mapping[str, Any]) -> str:
    """The text of a page."""
    return environment().get_template(template).render(values)
