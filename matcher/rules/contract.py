"""contract: nobody works before they are employed, or after."""

from matcher.eligibility.eligibility import in_contract
from matcher.mip.mip_model import MipModel

JA = "契約期間内の月だけに割り当てます。会計年度任用職員は、更新されるまで年度末（3月）までです。"


def contract(mip: MipModel) -> None:
    """Hard: only in the months of their contract does a talent serve a line.

    A fiscal-year appointment ends in March, until it is renewed (地方公務員法第22条の2第2項). A
    pinned pair is exempt, but has no capacity outside the contract.
    """
    for option in mip.options:
        if option.pin is None:
            mip.close(option, (m for m in option.hours if not in_contract(option.talent, m)))
