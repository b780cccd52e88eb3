"""Problems and plans as JSON files; what is wrong in one is said with its JSON path."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from application.queries.offline import Solved
from matcher.plan import Plan, Status
from matcher.problem import Problem
from models.errors import Mistake
from models.frozen import Frozen
from models.hours import hours_number
from models.phrase import Phrase
from models.validation import cause
from service.cli.frame.json_input import document as read_document
from service.cli.solve.problem_hours import hours_beyond
from wording import Words
from wording.explain.documents import unmet_document, why_document

F = TypeVar("F", bound=Frozen)

#: What a printed answer says beside the plan; computed from it, so that a file may carry it.
DERIVED = ("gap", "served_hours", "asked_hours")
_SHOWN = 20
#: Characters of a value that are repeated.
_REPEATED = 40
#: Where more entries stand in a list, the first of them are read before all: a file of something
#: else is then refused at once, and not after a minute for each of its millions of faults.
_FIRST = 1_000


def read_problem(file: Path) -> Problem:
    """The problem in a file; `-` is stdin. Raises Mistake with every place that is wrong."""
    problem = _made(Problem, read_document(str(file)), file)
    if faults := tuple(hours_beyond(problem)):
        raise _listed(Problem, file, faults)
    return problem


def read_plan(file: Path) -> Plan:
    """The plan in a file, as `solve --out` wrote it or `solve --json` printed it."""
    document = read_document(str(file))
    if isinstance(document, dict):
        document = {name: value for name, value in document.items() if name not in DERIVED}
    return _made(Plan, document, file)


def plan_answer(solved: Solved, words: Words) -> dict[str, Any]:
    """The plan as JSON with its gap, totals and sentences; hours are decimals."""
    plan = solved.plan
    document = {
        **plan.model_dump(mode="json"),
        "unmet": [unmet_document(words, each) for each in plan.unmet],
        "why": [why_document(words, each) for each in plan.why],
        "gap": None if plan.gap is None else round(plan.gap, 6),
        "served_hours": hours_number(plan.served),
        "asked_hours": hours_number(sum(line.asked for line in solved.problem.lines)),
    }
    if plan.status is Status.INFEASIBLE:
        found = [each.model_dump(mode="json") for each in solved.contradictions]
        document["contradictions"] = found
    return document


def _made(kind: type[F], document: Any, file: Path) -> F:
    if isinstance(document, dict) and any(_is_long(value) for value in document.values()):
        first = {n: value[:_FIRST] if _is_long(value) else value for n, value in document.items()}
        try:
            kind.model_validate_json(json.dumps(first))
        except ValidationError as error:
            # What contradicts the rest of the document (no place of its own) is not known yet.
            if faults := [each for each in error.errors(include_url=False) if each["loc"]]:
                raise _refused(kind, file, faults) from None
    try:
        return kind.model_validate_json(json.dumps(document))
    except ValidationError as error:
        raise _refused(kind, file, error.errors(include_url=False)) from None


def _is_long(value: object) -> bool:
    return isinstance(value, list) and len(value) > _FIRST


def _refused(kind: type[Frozen], file: Path, faults: Sequence[ErrorDetails]) -> Mistake:
    """Every place that is wrong, up to a page of them."""
    at = (Phrase.of("json_at", path=_path(each["loc"]), wrong=cause(each)) for each in faults)
    return _listed(kind, file, tuple(at))


def _listed(kind: type[Frozen], file: Path, faults: tuple[Phrase, ...]) -> Mistake:
    more = len(faults) - _SHOWN
    shown = (*faults[:_SHOWN], *([Phrase.of("and_more", n=more)] if more > 0 else []))
    if kind is Problem:
        return Mistake("file_is_no_problem", file=str(file), count=len(faults), faults=shown)
    return Mistake("file_is_no_plan", file=str(file), count=len(faults), faults=shown)


def _path(place: tuple[int | str, ...]) -> str:
    """`$.lines[3].hours.2026-07`, as JSON tools write it."""
    path = "$"
    for part in place:
        if part == "[key]":
            path += " (name)"
        else:
            path += f"[{part}]" if isinstance(part, int) else f".{part}"
    return path
