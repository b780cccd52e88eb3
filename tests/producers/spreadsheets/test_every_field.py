"""Every field that a model has stands in its sheet and on its page, or here with a reason.

A row that is forgotten leaves a column blank, and the next import takes the value away.
"""

from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from application.views.request import request_view
from application.views.talent import talent_view
from infra.registry import Registry
from models.entities import DemandLine, Request, Talent
from models.months import Month
from producers.spreadsheets import read, request_rows, talent_rows, template
from service.cli.show.request_page import request_page
from service.cli.show.talent_page import talent_page
from tests.every_value import OTHER, SET
from wording import Words
from wording.reader import Lang

FIRST = Month("2026-07")
MODELS = (Request, DemandLine, Talent)
FIELDS = [(model, name) for model in MODELS for name in model.model_fields]

#: What a sheet does not state: importing it again keeps what the service has.
NOT_IN_SHEETS = {
    (Request, "revision"): "counted by the service; a column of its own where a sheet is stamped",
    (Request, "status"): "`withdraw` changes it, a sheet only asks",
    (Request, "retired"): "kept by the service when a line is removed",
    (Request, "sample"): "no column: who is a sample already stays one",
    (Talent, "revision"): "counted by the service; a column of its own where a sheet is stamped",
    (Talent, "status"): "`withdraw` changes it",
    (Talent, "sample"): "no column: who is a sample already stays one",
}
#: What a page does not say.
NOT_ON_PAGES = {
    (Request, "pool_id"): "who asks has named the pool",
    (Request, "retired"): "digests of lines that are gone, for the service alone",
    (Talent, "pool_id"): "who asks has named the pool",
    (Talent, "revision"): "nobody acts on it; `--json` has it",
}


def each(without: Any) -> pytest.MarkDecorator:
    """Every field but the exceptions, by model and name."""
    left = [field for field in FIELDS if field not in without]
    return pytest.mark.parametrize(
        ("model", "name"), left, ids=[f"{model.__name__}.{name}" for model, name in left]
    )


@pytest.fixture(scope="module", params=["ja", "en"])
def imported(request: Any, places: Registry, tmp_path_factory: Any) -> dict[Any, Any]:
    """What an exported sheet of each is when it is imported again."""
    root: Path = tmp_path_factory.mktemp("sheets")
    lang: Lang = request.param
    asked, who = SET[Request], SET[Talent]
    rows: dict[Any, Any] = {
        "requests": request_rows([asked], FIRST, places, lang),
        "talents": talent_rows([who], FIRST, places, lang),
    }
    sheets: dict[str, Any] = {}
    for kind, given in rows.items():
        path = root / f"{kind}.xlsx"
        common: Any = {"pool_id": "20", "first_month": FIRST, "places": places}
        template(kind, path, **common, lang=lang, rows=given)
        sheets[kind] = read(path, kind, **common)
        assert sheets[kind].faults == ()
    [back], [person] = sheets["requests"].requests, sheets["talents"].talents
    return {Request: back, DemandLine: back.lines[0], Talent: person}


@pytest.mark.parametrize(("model", "name"), FIELDS)
def test_each_has_a_value_that_is_not_its_default(model: Any, name: str) -> None:
    assert getattr(SET[model], name) != getattr(OTHER[model], name), (
        f"give {model.__name__}.{name} a value in tests/every_value.py"
    )


@each(NOT_IN_SHEETS)
def test_what_is_exported_and_imported_again_is_still_there(
    imported: Any, model: Any, name: str
) -> None:
    if model is Request and name == "lines":
        return  # each of their fields has a test of its own
    assert getattr(imported[model], name) == getattr(SET[model], name)


@each(NOT_ON_PAGES)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_page_with_another_value_is_another_page(
    places: Registry, lang: Lang, model: Any, name: str
) -> None:
    changed = SET[model].model_copy(update={name: getattr(OTHER[model], name)})
    if (model, name) == (Talent, "trained_from"):  # a waiver is told in its place
        before = SET[model].model_copy(update={"training_waiver": None})
        changed = before.model_copy(update={name: None})
    else:
        before = SET[model]

    assert page(before, places, lang) != page(changed, places, lang)


def test_no_exception_is_of_a_field_that_has_gone() -> None:
    assert {*NOT_IN_SHEETS, *NOT_ON_PAGES} <= set(FIELDS)


def page(of: Any, places: Registry, lang: Lang) -> str:
    """The page that `show` prints of it; of a line the page of its request."""
    words = Words(lang, places)
    if isinstance(of, DemandLine):
        of = SET[Request].model_copy(update={"lines": (of,)})
    shown: Any = (
        request_page(request_view(of, None, ()), words)
        if isinstance(of, Request)
        else talent_page(talent_view(of, None, (), ()), words)
    )
    console = Console(width=200)
    with console.capture() as said:
        console.print(shown)
    return said.get()
