"""What is raised where something written is not what it should be."""

from typing import Any


class Unfit(ValueError):
    """Something written is not a value of its kind: `code` is the key of the sentence about it."""

    def __init__(self, code: str, /, **words: Any) -> None:
        super().__init__(code)
        self.code = code
        self.words = words
