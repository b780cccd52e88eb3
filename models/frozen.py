"""The base of every value that crosses a room: frozen, and closed to unknown fields."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value: cannot change after it is made; an unknown field is an error, not a guess."""

    model_config = ConfigDict(frozen=True, extra="forbid")
