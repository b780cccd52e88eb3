"""Words for people stand in `wording/`: elsewhere is no Japanese, but for what is no message."""

import ast
import re

from tests.wording.codes import sources

JAPANESE = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]")

#: Files that hold Japanese for a reason, and the reason.
ALLOWED = {
    "models/written.py": "signs and words for nothing, as people write them",
    "models/written_hours.py": "units of hours, as people write them",
    "producers/demo/": "the sample pools: titles, names, places",
    "infra/registry/": "names of municipalities",
    "producers/spreadsheets/skipped.py": "words of totals and remarks in sheets of others",
    "producers/spreadsheets/finding.py": "names of the sheets of a plan, which are not read",
    "producers/spreadsheets/two_rows.py": "years and months of headers, as people write them",
    "service/cli/frame/tree.py": "help of the commands",
    "service/cli/decide/match_options.py": "help of an option",
    "service/cli/decide/verbs.py": "help of commands",
    "service/cli/post/": "help of options, and an example to paste",
    "service/cli/settings/configure.py": "help of an option",
    "service/cli/show/story.py": "help of an argument",
    "service/docs/pages.py": "headings of the generated page of rules",
    "service/cli/frame/fiscal_columns.py": "still to be moved: names of months and years",
    "service/cli/sheets/": "still to be moved: answers of export and template",
}


def texts(tree: ast.Module) -> list[tuple[int, str]]:
    """Every text of a file that is no docstring, with its line."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
    ]


def test_no_japanese_stands_outside_the_room_of_words() -> None:
    found = [
        f"{path}:{line} {text[:40]}"
        for path, tree in sources()
        if not path.startswith(("wording/", *ALLOWED))
        for line, text in texts(tree)
        if JAPANESE.search(text)
    ]

    assert found == []
