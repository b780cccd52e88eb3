"""What is raised where a file cannot be read."""

from models.phrase import Param, Phrase


class Damaged(Exception):
    """A file or a part of it cannot be read; `phrase` says what is wrong."""

    def __init__(self, code: str, /, **params: Param) -> None:
        self.phrase = Phrase(code, params)
        super().__init__(str(self.phrase))
