"""A plan in two lines: 充足／要請, the score, and how sure we are."""

from application.views.plan import PlanTotals
from matcher.plan import Plan, Status
from wording.words import Words


def plan_totals(totals: PlanTotals, words: Words) -> list[str]:
    """How much is served, and how much better a plan could be."""
    plan = totals.plan
    rate = totals.served_rate
    return [
        words(
            "plan_totals",
            served=totals.served,
            asked=totals.asked,
            percent="–" if rate is None else f"{100 * rate:.0f}%",
            assignments=len(plan.assignments),
            unmet=len(plan.unmet),
        ),
        words("plan_score", score=plan.score, bound=_bound(plan, words), status=plan.status.value),
    ]


def _bound(plan: Plan, words: Words) -> str:
    if plan.bound is None:
        return words("bound_unknown")
    apart = plan.bound - plan.score
    if plan.status is Status.OPTIMAL or not apart:
        return words("bound_reached", bound=plan.bound)
    return words("bound_apart", bound=plan.bound, apart=apart, percent=f"{plan.gap or 0:.1%}")
