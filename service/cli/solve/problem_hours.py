"""Hours in a problem file that no month has: as for every other way in, 744 for one person."""

from collections.abc import Iterator

from matcher.problem import Hours, Problem
from models.hours import MOST_ASKED, MOST_IN_A_MONTH
from models.phrase import Phrase


def hours_beyond(problem: Problem) -> Iterator[Phrase]:
    """A phrase with the JSON path of each."""
    for at, talent in enumerate(problem.talents):
        yield from _beyond(f"$.talents[{at}].capacity", talent.capacity, MOST_IN_A_MONTH)
        yield from _beyond(f"$.talents[{at}]", {"overhead": talent.overhead}, MOST_IN_A_MONTH)
    for at, line in enumerate(problem.lines):
        yield from _beyond(
            f"$.lines[{at}].hours", line.hours, max(MOST_ASKED, MOST_IN_A_MONTH * line.people)
        )
    for name, pairs in (("pins", problem.pins), ("previous", problem.previous)):
        for at, pair in enumerate(pairs):
            yield from _beyond(f"$.{name}[{at}].hours", pair.hours, MOST_IN_A_MONTH)


def _beyond(path: str, hours: Hours | dict[str, int], limit: int) -> Iterator[Phrase]:
    for name, amount in hours.items():
        if amount > limit:
            wrong = Phrase.of("month_has_at_most", amount=amount, limit=limit)
            yield Phrase.of("json_at", path=f"{path}.{name}", wrong=wrong)
