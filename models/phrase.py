"""What is to be said to people, before any language: a code and its parameters.

Sentences are made where they are shown (`wording/`). Nothing stores a sentence, nothing parses one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union

#: Values as the program holds them: ids, codes, months `YYYY-MM`, quarters of an hour, numbers.
Param = Union[str, int, float, bool, None, "Phrase", tuple["Param", ...]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A message of the catalog by its code, with the values that belong into it."""

    code: str
    params: Mapping[str, Param] = field(default_factory=dict)

    @classmethod
    def of(cls, code: str, /, **params: Param) -> "Phrase":
        """`Phrase.of("line_unknown", line_id="R-1/2")`."""
        return cls(code, params)

    def __str__(self) -> str:
        """For programmers: `line_unknown line_id='R-1/2'`. People get words."""
        return " ".join([self.code, *(f"{name}={_shown(v)}" for name, v in self.params.items())])


def _shown(value: Param) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(map(_shown, value))})"
    return f"({value})" if isinstance(value, Phrase) else repr(value)
