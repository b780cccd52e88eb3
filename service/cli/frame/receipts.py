"""What every writing command answers: receipts, how to undo it, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import typer

from application.queries.arrival import Arrival, NotYet, arrival
from application.session import ReadSession
from models.ids import PoolId
from models.match import Match
from producers.desk import Receipt
from service.cli.app import err, out
from service.cli.frame.call_options import CallOptions
from service.cli.frame.printing import say_json
from service.cli.show.arrival import arrival_document, arrival_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was taken, in words and as receipts, and the commands that undo it."""

    headline: str
    details: Sequence[str] = ()
    receipts: Sequence[Receipt] = ()
    undo: Sequence[str] = ()
    undo_note: str = ""  #: where nothing undoes it, or not wholly
    more: dict[str, Any] | None = None  #: further members of the JSON document


async def give(session: ReadSession, answer: Answer, call: CallOptions) -> None:
    """Print the answer; with --wait also what became of it. Exit 1 where it was refused, 3 where
    nothing took it in before the deadline."""
    if not call.as_json:
        _print(answer, call)
    arrived: Arrival | None = None
    matches: Sequence[Match] = ()
    missed: NotYet | None = None
    if call.wait and answer.receipts:
        try:
            with err.status(call.words("waiting_for_the_plan")):
                arrived = await arrival(session, answer.receipts, call.deadline)
                matches = await _matches(session, answer.receipts)
        except NotYet as late:
            missed = late
    if call.as_json:
        document = _document(answer)
        subjects = {r.subject for r in answer.receipts}
        if call.wait:
            document["arrival"] = arrived and arrival_document(
                arrived, subjects, matches, call.words
            )
        say_json(document, indent=2)
    elif arrived:
        subjects = {r.subject for r in answer.receipts}
        for line in arrival_text(arrived, subjects, matches, call.words):
            out.print(line, markup=False, soft_wrap=True)
    if missed:
        err.print(f"△ {call.words.say(missed)}", markup=False, soft_wrap=True)
        raise typer.Exit(3)
    if arrived and arrived.refused:
        raise typer.Exit(1)


async def _matches(session: ReadSession, receipts: Sequence[Receipt]) -> list[Match]:
    pools = dict.fromkeys(PoolId(r.pool_id) for r in receipts)
    return [match for pool_id in pools for match in await session.reads.matches(pool_id)]


def _print(answer: Answer, call: CallOptions) -> None:
    lines = [answer.headline, *(f"  {line}" for line in answer.details)]
    if len(answer.receipts) == 1:
        story = str(answer.receipts[0].correlation_id)
        if revision := answer.receipts[0].revision:
            lines.append(f"  {call.words('receipt_revision', revision=revision)}")
        lines.append(f"  {call.words('correlation_id', id=story)}")
    lines += [f"  {call.words('to_undo', command=command)}" for command in answer.undo]
    if answer.undo_note:
        lines.append(f"  {answer.undo_note}")
    for line in lines:
        out.print(line, markup=False, soft_wrap=True)


def _document(answer: Answer) -> dict[str, Any]:
    return {
        "receipts": [
            {
                "event_id": str(receipt.event_id),
                "correlation_id": str(receipt.correlation_id),
                "pool_id": receipt.pool_id,
                "subject": receipt.subject,
                "revision": receipt.revision,
            }
            for receipt in answer.receipts
        ],
        "undo": list(answer.undo),
        **(answer.more or {}),
    }
