"""Numbers of demand lines are used once: a removed line may come back as it was, and no other.

What people declined and agreed is known by the number; another line under it would inherit both.
"""

import json
from hashlib import sha256

from models.entities import DemandLine, Request


def digest(line: DemandLine) -> str:
    """What a line asks, in sixteen signs; fields at their defaults do not count."""
    fields = line.model_dump(mode="json", exclude_defaults=True)
    return sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()[:16]


def succeeding(known: Request, stated: Request) -> Request:
    """The next revision, with the numbers of the lines that were removed by it or before it."""
    present = {line.line for line in stated.lines}
    removed = {line.line: digest(line) for line in known.lines}
    retired = {n: what for n, what in (known.retired | removed).items() if n not in present}
    return stated.model_copy(update={"retired": retired})


def reused(known: Request, stated: Request) -> tuple[int, ...]:
    """Numbers of removed lines that another line takes; one that comes back as it was may."""
    return tuple(
        line.line
        for line in stated.lines
        if known.retired.get(line.line, digest(line)) != digest(line)
    )


def next_number(request: Request) -> int:
    """A number that no line of the request has ever had."""
    return max([*(line.line for line in request.lines), *request.retired]) + 1
