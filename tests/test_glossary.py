"""The glossary names places that are there."""

import ast
import re

import pytest

from service.docs.pages import ROOT

PAGE = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and "`" in line
]


def defined(path: str) -> set[str]:
    """Every name that a module defines or assigns at its top."""
    names: set[str] = set()
    for node in ast.parse((ROOT / path).read_text(encoding="utf-8")).body:
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                names.add(name)
            case ast.AsyncFunctionDef(name=name):
                names.add(name)
            case ast.Assign(targets=targets):
                names |= {each.id for each in targets if isinstance(each, ast.Name)}
            case ast.AnnAssign(target=ast.Name(id=name)):
                names.add(name)
            case _:
                pass
    return names


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_the_place_of_a_word_is_there(row: list[str]) -> None:
    japanese, english, meaning, place = row
    path, name = re.findall(r"`([^`]+)`", place)

    assert japanese
    assert english
    assert meaning.endswith(("。", ".", "…"))
    assert name in defined(path), place


def test_it_has_about_thirty_words_each_once() -> None:
    assert 25 <= len(ROWS) <= 36
    assert len({row[0] for row in ROWS}) == len(ROWS) == len({row[1] for row in ROWS})
