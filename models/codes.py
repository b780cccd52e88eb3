"""The 6-digit local government code: the only identity of a municipality.

Names repeat (南牧村 is in Nagano and in Gunma), so a name is never a key. The sixth digit
checks the first five: 総務省「全国地方公共団体コード」, weights 6 5 4 3 2, remainder of 11.
"""

from typing import Annotated, NewType

from pydantic import AfterValidator, StringConstraints

from models.unfit import Unfit

MunicipalityCode = NewType("MunicipalityCode", str)


def check_digit(five: str) -> str:
    """The sixth digit that belongs to the first five."""
    total = sum(weight * int(digit) for weight, digit in zip((6, 5, 4, 3, 2), five, strict=True))
    return str((11 - total % 11) % 10)


def valid_code(code: str) -> str:
    """The code itself; ValueError where the check digit does not fit."""
    if check_digit(code[:5]) != code[5]:
        raise Unfit("municipality_digit", code=code, right=code[:5] + check_digit(code[:5]))
    return code


def prefecture_code(pool_id: str) -> MunicipalityCode:
    """The code of the prefecture itself as a requester: pool `20` is 200000."""
    five = f"{pool_id}000"
    return MunicipalityCode(five + check_digit(five))


#: 法人番号: the only identity of an organisation outside the administration, such as a vendor.
CorporateNumber = NewType("CorporateNumber", str)


def corporate_check_digit(twelve: str) -> str:
    """The first digit of a corporate number, which belongs to the twelve that follow.

    Weights 1 and 2 in turn from the last digit on, remainder of 9 (法人番号等の指定等に関する省令).
    """
    digits = [int(digit) for digit in reversed(twelve)]
    return str(9 - (sum(digits[0::2]) + 2 * sum(digits[1::2])) % 9)


def valid_corporate_number(number: str) -> str:
    """The number itself; ValueError where its first digit does not check the twelve others."""
    right = corporate_check_digit(number[1:])
    if right != number[0]:
        raise Unfit("corporate_digit_wrong", right=right + number[1:])
    return number


#: Thirteen digits whose check digit fits. Whether the organisation exists is not checked.
CorporateNumberField = Annotated[
    CorporateNumber,
    StringConstraints(pattern=r"^[1-9][0-9]{12}$"),
    AfterValidator(valid_corporate_number),
]

#: Six digits whose check digit fits. Whether the place exists is for the registry to say.
CodeField = Annotated[
    MunicipalityCode, StringConstraints(pattern=r"^[0-9]{6}$"), AfterValidator(valid_code)
]
