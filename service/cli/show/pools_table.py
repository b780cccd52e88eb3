"""One line for each pool: how much is asked, how much is served, how sure we are."""

from collections.abc import Sequence

from rich.console import Group
from rich.text import Text

from application.views.pools import PoolView
from service.cli.frame.text_columns import plain
from wording import amounts, labels
from wording.words import Words

_HEADER = (
    *("pools_pool", "pools_requests", "pools_talents", "pools_version"),
    *("figure_served", "figure_asked", "pools_unmet", "pools_outside", "pools_plan"),
)


def pools_table(pools: Sequence[PoolView], words: Words) -> Group:
    """The pools, and below them those that cannot be planned as they are now."""
    header = [words(code) for code in _HEADER]
    failed = [
        words(
            "pool_cannot_be_planned",
            pool_id=each.pool_id,
            version=each.failure.version,
            reason=each.failure.reason,
            tries=each.failure.tries,
        )
        for each in pools
        if each.failure
    ]
    return Group(
        *map(Text, plain(header, [_row(each, words) for each in pools], right=range(1, 8))),
        *(Text(sentence, style="bold red") for sentence in failed),
    )


def _row(pool: PoolView, words: Words) -> list[str]:
    name = amounts.pool(words.reader, pool.pool_id)
    first = [
        labels.titled(name, words.lang, sample=pool.sample),
        str(pool.requests),
        str(pool.talents),
    ]
    if pool.totals is None:
        return [*first, "", "", "", "", "", words("pools_no_plan")]
    plan = pool.totals.plan
    return [
        *first,
        str(plan.version),
        amounts.amount(pool.totals.served),
        amounts.amount(pool.totals.asked),
        str(len(plan.unmet)),
        str(pool.requests_outside),
        labels.status(plan.status, words.lang),
    ]
