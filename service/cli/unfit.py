"""What is wrong with an option's value, said with the value."""

from models.errors import Mistake
from models.phrase import Phrase
from models.unfit import Unfit


def mistake_of(unfit: Unfit, written: str) -> Mistake:
    """The same message as a sheet has of a cell: what is wrong, how to mend it."""
    at = Phrase.of("quoted", text=written)
    return Mistake(unfit.phrase.code, **{**unfit.phrase.params, "at": at})
