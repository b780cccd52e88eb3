"""eligible: who may serve a line at all."""

from matcher.eligibility.eligibility import Eligibility
from matcher.mip.mip_model import MipModel

_MINE = {"role", "skill", "excluded", "declined", "hours"}


def eligible(mip: MipModel) -> None:
    """Hard: only who has the role and the skills, and is not excluded or barred, serves a line.

    The model already leaves closed pairs out; the rule also holds where one was opened by hand, as
    do contract, training, nature and conflict. A pinned pair is exempt from all of them: people
    agreed on it knowing better.
    """
    eligibility = Eligibility(mip.problem)
    for option in mip.options:
        if option.pin is not None:
            continue
        if _MINE & set(eligibility.losses(option.line, option.talent)):
            mip.close(option)
        usable = eligibility.usable_months(option.line, option.talent)
        mip.close(option, (month for month in option.hours if month not in usable))
