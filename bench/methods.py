"""The methods by name. Each is loaded alone, so that nobody pays for another's libraries."""

from importlib import import_module

from bench.outcome import Method

#: Name of a method -> module and function.
METHODS = {
    "solve": ("bench.peers.ours", "solve"),
    "greedy": ("bench.peers.ours", "greedy"),
    "cpsat": ("bench.peers.cpsat", "cpsat"),
    "highs": ("bench.peers.highs", "highs"),
    "timefold": ("bench.peers.timefold", "timefold"),
}


def method(name: str) -> Method:
    """The method of that name; KeyError where there is none."""
    module, function = METHODS[name]
    found: Method = getattr(import_module(module), function)
    return found
