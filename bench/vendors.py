"""Vendors of a generated pool: corporate numbers with a fitting check digit that nobody bears."""

from random import Random

from bench.distributions import VENDORS, WITH_VENDORS
from models.codes import CorporateNumber, corporate_check_digit


def vendor(at: int) -> CorporateNumber:
    """The number of the `at`-th fictitious vendor; no registry gives out such small numbers."""
    twelve = f"{at:012d}"
    return CorporateNumber(corporate_check_digit(twelve) + twelve)


def any_vendor(random: Random) -> CorporateNumber:
    """One of them."""
    return vendor(random.randint(1, VENDORS))


def concerned(random: Random) -> tuple[CorporateNumber, ...]:
    """The vendors and bidders whom a request concerns; most concern none."""
    if random.random() >= WITH_VENDORS:
        return ()
    return tuple(vendor(at) for at in sorted(random.sample(range(1, VENDORS + 1), k=_few(random))))


def _few(random: Random) -> int:
    return random.choice((1, 1, 2, 3))
