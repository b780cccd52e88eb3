"""contract: nobody works before they are employed, or after."""

from matcher.eligibility.eligibility import in_contract
from matcher.mip.mip_model import MipModel


def contract(mip: MipModel) -> None:
    """Hard: only in the months of their contract does a talent serve a line.

    A fiscal-year appointment ends in March, until it is renewed (地方公務員法第22条の2第2項). A
    pinned pair is exempt, but has no capacity outside the contract.
    """
    for option in mip.options:
        if option.pin is None:
            mip.close(option, (m for m in option.hours if not in_contract(option.talent, m)))
