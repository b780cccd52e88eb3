"""The base of every value that crosses a room: frozen, closed at the edges, tolerant of our own."""

from typing import Self

from pydantic import BaseModel, ConfigDict

from models.text import KEPT


class Frozen(BaseModel):
    """A value: cannot change after it is made.

    What people write is made with the usual functions: an unknown field is an error, not a guess.
    What one of us wrote, whatever its version, is read by `read_kept`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def read_kept(cls, content: str | bytes) -> Self:
        """What was written as JSON by this program, yesterday or by its next version.

        At every depth unknown fields are passed over, and text that was accepted once is cleaned
        instead of refused. Raises ValidationError for what no version of ours would write.
        """
        return cls.model_validate_json(content, context=KEPT, extra="ignore")
