"""What a field is to people: its names, how its value is written, how it is shown."""

from dataclasses import dataclass
from typing import Literal

#: How a value is written; `choice` with the table of its words.
Kind = Literal[
    "fixed",  # made by the service, changed by nobody
    "text",
    "number",
    "hours",
    "month",
    "yes_no",
    "choice",
    "choices",
    "skills",
    "place",
    "places",
    "corporate_number",
    "corporate_numbers",
    "days",
    "document",  # several values, written as JSON
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a request, a demand line, a talent, a person or a pool's settings."""

    ja: str
    en: str
    kind: Kind = "document"
    table: str = ""  #: of labels, where it is chosen from one
    optional: bool = False  #: an empty value takes away what stood there
    own_pool: bool = False  #: of places: of this pool alone
    also: tuple[str, ...] = ()  #: what people call it besides

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it may be called."""
        return (self.ja, self.en, *self.also)
