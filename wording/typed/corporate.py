"""Corporate numbers (法人番号) as people write them."""

import re

from models.codes import CorporateNumber, corporate_check_digit
from models.unfit import Unfit
from models.written import plain

_HYPHENS = re.compile(r"[\s\-‐‑–—−]")


def corporate_number(written: object) -> CorporateNumber:
    """Thirteen digits, in either width and grouped as people please.

    Raises Unfit, with the right number where the check digit is wrong or left out.
    """
    digits = _HYPHENS.sub("", plain(written))
    if not re.fullmatch(r"[0-9]{12,13}", digits):
        raise Unfit("corporate_form", part=digits[:20])
    right = corporate_check_digit(digits[-12:]) + digits[-12:]
    if len(digits) == 12:
        raise Unfit("corporate_short", part=digits, right=right)
    if digits != right:
        raise Unfit("corporate_digit", part=digits, right=right)
    return CorporateNumber(digits)
