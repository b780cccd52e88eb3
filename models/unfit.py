"""What is raised where something written is not what it should be."""

from models.phrase import Param, Phrase


class Unfit(ValueError):
    """Something written is not a value of its kind; `phrase` says what is wrong with it.

    A ValueError, so that validators may raise it: whoever words the validation finds the phrase.
    """

    def __init__(self, code: str, /, **params: Param) -> None:
        self.phrase = Phrase(code, params)
        super().__init__(str(self.phrase))

    def of(self, written: str) -> "Unfit":
        """The same, said of a part of what was written; the innermost part is named."""
        params: dict[str, Param] = {"at": Phrase.of("quoted", text=written)}
        return Unfit(self.phrase.code, **{**params, **self.phrase.params})
