"""All that is said of one line of a plan: what it lacks and why, and why its people serve it."""

from collections.abc import Iterable, Iterator, Sequence

from matcher.explanation.unmet import Unmet
from matcher.explanation.why import Why
from models.frozen import Frozen
from models.ids import LineId, LineIdField


class LineExplanation(Frozen):
    """What a plan says of one line; kept beside the plan, so that it can be read alone."""

    line_id: LineIdField
    unmet: Unmet | None = None  #: none where every hour is covered
    why: tuple[Why, ...] = ()  #: one for each of its people


def line_explanations(
    lines: Iterable[LineId], unmet: Sequence[Unmet], why: Sequence[Why]
) -> Iterator[LineExplanation]:
    """Those of a plan, in the order of the lines; lines of which nothing is said are left out."""
    lacking = {row.line_id: row for row in unmet}
    reasons: dict[LineId, list[Why]] = {}
    for each in why:
        reasons.setdefault(each.line_id, []).append(each)
    # What is said of a line that the problem does not have comes last: nothing is lost.
    for line_id in dict.fromkeys((*lines, *lacking, *reasons)):
        if line_id in lacking or line_id in reasons:
            yield LineExplanation.model_construct(
                line_id=line_id,
                unmet=lacking.get(line_id),
                why=tuple(reasons.get(line_id, ())),
            )
