"""A field has one name: in messages, in `amend --set`, over a column and on a page."""

import pytest

from wording import en, ja
from wording.fields.column import Column
from wording.fields.columns import UNDERSTOOD
from wording.fields.registry import FIELDS

#: A sheet says more where a column stands alone: whose skills, what the fixed hours are for.
OTHERWISE = {"note", "overhead", "skills"}
COLUMNS = [
    pytest.param(column, id=f"{kind}-{column.key}")
    for kind in ("requests", "talents")
    for column in UNDERSTOOD[kind]
    if column.key in FIELDS and column.key not in OTHERWISE | {"line", "code"}
]
#: Label of a page -> field.
PAGES = {
    "page_theme": "theme",
    "page_nature": "nature",
    "page_urgency": "urgency",
    "page_pm_in_place": "pm_in_place",
    "page_form": "form",
    "page_base": "base",
    "page_remote": "remote",
    "page_mail": "mail",
}


def bare(label: str) -> str:
    """Without what stands in brackets."""
    return label.partition("（")[0].partition(" (")[0].casefold()


@pytest.mark.parametrize("column", COLUMNS)
def test_a_column_is_called_what_the_field_is_called(column: Column) -> None:
    field = FIELDS[column.key]

    assert (bare(column.ja), bare(column.en)) == (bare(field.ja), bare(field.en))


@pytest.mark.parametrize(("code", "name"), PAGES.items())
def test_a_page_calls_the_field_by_the_same_name(code: str, name: str) -> None:
    field = FIELDS[name]

    assert bare(ja.MESSAGES[code]) == bare(field.ja)
    assert bare(en.MESSAGES[code]) == bare(field.en)


def test_the_points_of_a_plan_have_one_name_and_say_where_they_are_others() -> None:
    """What-if counts what stays of the live plan, a plan what stayed of the one before it."""
    for of in (ja, en):
        plain, compared = of.MESSAGES["item_score"], of.MESSAGES["whatif_score"]
        assert bare(compared) == bare(plain)
        assert compared != plain
        assert "show plan" in of.MESSAGES["whatif_score_of"]
