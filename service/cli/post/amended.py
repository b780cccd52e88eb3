"""How an amendment is answered: before and after, and what would undo it."""

from application.commands.amend import Amended
from application.session import Session
from models.entities import Request
from service.cli.frame.call_options import CallOptions
from service.cli.frame.receipts import Answer, give
from service.cli.post.edit_words import options


async def say_amended(session: Session, call: CallOptions, id_: str, amended: Amended) -> None:
    """What changed, and the command that sets it back."""
    words = call.words
    code = "amended_not_yet" if call.dry_run else "amended"
    details = [words.say(each.phrase) for each in amended.changes]
    # Before and after of a person are nobody's business but the people table's.
    details += [words("person_changes")] if amended.person_changed else []
    details += [words.say(amended.beyond)] if amended.beyond else []
    notes = [words.say(note) for note in amended.notes]
    kind = "request" if isinstance(amended.before, Request) else "talent"
    undo = ["amend", kind, id_, "--pool", amended.before.pool_id]
    answer = Answer(
        headline=words("amended_nothing" if amended.nothing else code, id=id_),
        details=[*details, *notes],
        receipts=[amended.receipt] if amended.receipt else [],
        undo=[call.command(*undo, *options(amended.back, amended.still))]
        if amended.receipt
        else [],
        undo_note=words("person_does_not_come_back") if amended.person_changed else "",
        more={
            "dry_run": call.dry_run,
            "changed": [each.document() for each in amended.changes],
            "notes": notes,
        },
    )
    await give(session, answer, call)
