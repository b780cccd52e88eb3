"""Corporate numbers (法人番号) of options, and what is wrong with one that is none."""

from models.codes import CorporateNumber, corporate_check_digit
from models.errors import Mistake
from models.unfit import Unfit
from wording.typed import corporate


def corporate_number(text: str) -> CorporateNumber:
    """Thirteen digits, in either width and grouped as they please.

    Raises Mistake: with the right digit where the check digit is wrong, with the whole number where
    it is left out.
    """
    try:
        return corporate.corporate_number(text)
    except Unfit as unfit:
        digits, right = str(unfit.phrase.params["part"]), unfit.phrase.params.get("right", "")
    if not right:
        raise Mistake(
            f"「{text}」は法人番号ではありません。13桁の数字で書いてください"
            f" / {text!r} is not a corporate number; write its 13 digits"
        )
    if len(digits) == 12:
        raise Mistake(
            f"「{text}」は12桁です。会社法人等番号なら、法人番号は {right} です"
            f" / {text!r} has 12 digits; with its check digit it is {right}"
        )
    ja, en = wrong_digit(digits)
    raise Mistake(f"「{text}」{ja} / {text!r} {en}")


def wrong_digit(number: str) -> tuple[str, str]:
    """What to say of thirteen digits whose first one does not fit: it is named, to be compared."""
    right = corporate_check_digit(number[1:])
    return (
        f"は先頭の検査数字が合いません。あとの12桁が正しければ {right}{number[1:]} です",
        f"has a wrong check digit; if the other twelve are right it is {right}{number[1:]}",
    )
