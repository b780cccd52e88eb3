"""What cannot be explained costs nobody else their explanation, and never the plan.

Explanations are meant to be total. Where one fails anyway, that is an error of ours: the line says
that it has no explanation, and the log says where.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb

from matcher.plan import Cause, Unmet
from matcher.problem import Line
from matcher.roster.roster import Roster
from models.ids import LineId, PoolId, TalentId
from models.log import log
from models.log_names import LogEvent


@contextmanager
def logged(pool_id: PoolId, line_id: LineId, talent_id: TalentId | None = None) -> Iterator[None]:
    """Go on after any error, and log its kind and place: what it says may quote anything."""
    try:
        yield
    except Exception as error:
        at = extract_tb(error.__traceback__)[-1]
        _say(
            "explanation.failed",
            pool_id=pool_id,
            line_id=line_id,
            talent_id=talent_id,
            error=type(error).__name__,
            place=f"{Path(at.filename).name}:{at.lineno}",
        )


def unexplained(roster: Roster, line: int) -> Unmet:
    """The line with its unmet hours, and nothing more."""
    asked = roster.numbered.lines[line]
    left = zip(roster.numbered.months, roster.left[line], strict=True)
    missing = {month: hours for month, hours in left if hours}
    hours = sum(missing.values())
    cause = Cause.UNEXPLAINED
    return Unmet.model_construct(
        line_id=asked.line_id,
        request_id=asked.request_id,
        line=number_of(asked),
        role=asked.role,
        municipalities=asked.municipalities,
        asked=asked.asked,
        hours=hours,
        by_month=missing,
        cause=cause,
        causes=(cause,),
        need=asked.need,
    )


def number_of(line: Line) -> int:
    """The number of a line within its request."""
    return int(line.line_id.rpartition("/")[2])


def _say(event: LogEvent, **fields: object) -> None:
    log.error(event, **fields)
