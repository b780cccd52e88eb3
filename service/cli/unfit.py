"""What a sheet says of a cell that does not fit, a command says of an option."""

from models.errors import Mistake
from models.unfit import Unfit
from producers.spreadsheets.messages import MESSAGES


def mistake_of(unfit: Unfit, written: str) -> Mistake:
    """The sentences about something written, in both languages: what is wrong, how to mend it."""
    (what_ja, how_ja), (what_en, how_en) = MESSAGES[unfit.code]
    ja, en = (
        f"{what} {how}".strip().format(at=at, **unfit.words)
        for what, how, at in (
            (what_ja.removesuffix("。") + "。", how_ja, f"「{written}」"),
            (what_en, how_en, f"“{written}”"),
        )
    )
    return Mistake(f"{ja} / {en}")
