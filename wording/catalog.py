"""The messages of one language: the dicts of its files, under the names of the files."""

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules


def collected(package: str, path: Iterable[str]) -> dict[str, str]:
    """Every message; raises ValueError where two files have the same code."""
    found: dict[str, str] = {}
    for _, name, _ in iter_modules(path):
        messages: dict[str, str] = getattr(import_module(f"{package}.{name}"), name.upper())
        if twice := found.keys() & messages.keys():
            raise ValueError(f"{package}.{name}: {min(twice)} stands in another file too")
        found |= messages
    return found
