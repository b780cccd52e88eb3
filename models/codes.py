"""The 6-digit local government code: the only identity of a municipality.

Names repeat (南牧村 is in Nagano and in Gunma), so a name is never a key. The sixth digit
checks the first five: 総務省「全国地方公共団体コード」, weights 6 5 4 3 2, remainder of 11.
"""

from typing import Annotated, NewType

from pydantic import AfterValidator, StringConstraints

MunicipalityCode = NewType("MunicipalityCode", str)


def check_digit(five: str) -> str:
    """The sixth digit that belongs to the first five."""
    total = sum(weight * int(digit) for weight, digit in zip((6, 5, 4, 3, 2), five, strict=True))
    return str((11 - total % 11) % 10)


def valid_code(code: str) -> str:
    """The code itself; ValueError where the check digit does not fit."""
    if check_digit(code[:5]) != code[5]:
        raise ValueError(
            f"{code} is not a local government code: after {code[:5]} the check digit is "
            f"{check_digit(code[:5])}"
        )
    return code


def prefecture_code(pool_id: str) -> MunicipalityCode:
    """The code of the prefecture itself as a requester: pool `20` is 200000."""
    five = f"{pool_id}000"
    return MunicipalityCode(five + check_digit(five))


#: Six digits whose check digit fits. Whether the place exists is for the registry to say.
CodeField = Annotated[
    MunicipalityCode, StringConstraints(pattern=r"^[0-9]{6}$"), AfterValidator(valid_code)
]
