"""No two modules of the product need each other: whichever is read first, all it needs is there."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

from tests.test_architecture import NAMED, PRODUCT


def modules_of(files: dict[str, str]) -> dict[str, tuple[str, bool]]:
    """Source of each module by its dotted name, and whether it is a package."""
    found = {}
    for path, source in files.items():
        name = ".".join(Path(path).with_suffix("").parts)
        package = name.endswith(".__init__")
        found[name.removesuffix(".__init__")] = source, package
    return found


def imports_of(files: dict[str, str]) -> dict[str, set[str]]:
    """What each module imports: also inside of functions, and only for the types."""
    modules = modules_of(files)
    return {
        name: {found for found in _named(source, name, package, modules) if found != name}  # type: ignore[misc]
        for name, (source, package) in modules.items()
    }


def _named(source: Any, name: Any, package: Any, modules: Any) -> Iterator[None]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            wanted = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                here = name.split(".")[: len(name.split(".")) - node.level + package]
                base = ".".join([*here, base]).rstrip(".")
            wanted = [f"{base}.{alias.name}" for alias in node.names]
        else:
            continue
        for each in wanted:
            # A name of a module, or of something in it.
            yield from [part for part in (each, each.rpartition(".")[0]) if part in modules][:1]  # type: ignore[misc]


def circle(imports: dict[str, set[str]]) -> list[str]:
    """A way from a module to itself; empty where there is none."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_module_imports_itself_on_a_way_round() -> None:
    sources = {path: NAMED[path].read_text(encoding="utf-8") for path in PRODUCT}

    assert circle(imports_of(sources)) == []


def test_a_circle_in_a_function_or_for_types_alone_is_one_too() -> None:
    files = {
        "room/__init__.py": '"""A room."""',
        "room/a.py": "from room.b import thing",
        "room/b.py": "def late():\n    from . import c",
        "room/c.py": "if TYPE_CHECKING:\n    import room.a",
    }

    assert set(circle(imports_of(files))) == {"room.a", "room.b", "room.c"}
    assert circle(imports_of({**files, "room/c.py": "import elsewhere"})) == []
