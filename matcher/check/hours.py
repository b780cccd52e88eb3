"""What a talent has, by the words of the problem alone."""

from matcher.problem import ProblemTalent
from models.entities import Form
from models.months import Month


def has(talent: ProblemTalent, month: Month) -> int:
    """Quarters for lines."""
    inside = talent.contract_from <= month <= last_month(talent)
    return max(0, talent.capacity.get(month, 0) - talent.overhead) if inside else 0


def last_month(talent: ProblemTalent) -> str:
    """Fiscal-year appointments end with the fiscal year they began in, unless renewed."""
    if talent.form is not Form.FISCAL_YEAR:
        return talent.contract_until
    year, month = int(talent.contract_from[:4]), int(talent.contract_from[5:])
    march = f"{year if month <= 3 else year + 1:04d}-03"
    return min(talent.contract_until, max(march, talent.renewed_until or march))
