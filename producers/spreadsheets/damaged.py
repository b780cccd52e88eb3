"""Why a file, or a part of it, cannot be read."""

from typing import Any


class Damaged(Exception):
    """A file or a part of it cannot be read; `code` is the key of its sentence."""

    def __init__(self, code: str, /, **words: Any) -> None:
        super().__init__(code)
        self.code = code
        self.words = words
