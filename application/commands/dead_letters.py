"""What becomes of a dead letter: it is replayed over the desk, or its bytes are dropped."""

from dataclasses import dataclass, replace
from uuid import UUID

from application.letter_filter import LetterFilter
from application.queries.dead_letters import chosen_letters, the_letter
from application.session import Session, StoreSession
from models.errors import Mistake
from models.ingest import DeadLetter, DeadLetterSummary
from models.log import log
from models.phrase import Phrase
from producers.receipts import Receipt
from producers.replaying import Replays, still_unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """A letter that was appended again; with what a new fact would have got where it was mended."""

    letter: DeadLetterSummary
    receipt: Receipt | None = None
    dies_again: Phrase | None = None  #: why nobody can read it as it is


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyReplayed:
    """Of many: what was replayed, and why the others were not."""

    done: tuple[Replayed, ...]
    refused: tuple[tuple[DeadLetterSummary, Phrase], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayDeadLetter:
    """One letter by the beginning of its id; `value`: bytes in the place of its own."""

    letter: str
    value: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DropDeadLetter:
    """A letter that nobody needs, and why; nobody is named in it."""

    letter: str
    reason: str


async def replay_dead_letter(session: Session, command: ReplayDeadLetter) -> Replayed:
    """Append it again.

    Raises Mistake where it was replayed before, its bytes are gone, or others are no better.
    """
    chosen = await the_letter(session, command.letter)
    letter = await _whole(session, chosen.id)
    dies_again = still_unreadable(letter.original) if command.value is None else None
    return replace(await _replayed(session, letter, command.value), dies_again=dies_again)


async def replay_new_letters(
    session: Session, wanted: LetterFilter | None = None, *, most: int | None = None
) -> ManyReplayed:
    """Every new one as it was; one that cannot be replayed does not hold up the others.

    Each is examined first: one that nobody could read this time either is left where it is.
    """
    done: list[Replayed] = []
    refused: list[tuple[DeadLetterSummary, Phrase]] = []
    found = await chosen_letters(session, (wanted or LetterFilter()).of_new)
    for each in found[:most]:
        letter = await _whole(session, each.id)
        dies_again = None if each.missing else still_unreadable(letter.original)
        if dies_again:
            refused.append((each, dies_again))
            continue
        try:
            done.append(await _replayed(session, letter, None))
        except Mistake as error:
            refused.append((each, error.phrase))
    return ManyReplayed(done=tuple(done), refused=tuple(refused))


async def drop_dead_letter(session: StoreSession, command: DropDeadLetter) -> DeadLetterSummary:
    """Its bytes go for good; where it stood, why it died, who dropped it, when and why, stay.

    Raises Mistake where no reason is given, or its bytes are gone already.
    """
    if not command.reason.strip():
        raise Mistake("letter_drop_needs_reason", field="reason")
    chosen = await the_letter(session, command.letter)
    # Asked of the store itself: two may drop it at the same time.
    if not await session.upkeep.drop_dead_letter(chosen.id, command.reason, session.actor):
        raise Mistake("letter_dropped_before", letter=str(chosen.id)[:8])
    found = await session.reads.dead_letter(chosen.id)
    assert found is not None
    return found.summary


async def _whole(session: Session, letter_id: UUID) -> DeadLetter:
    letter = await session.reads.dead_letter(letter_id)
    assert letter is not None
    return letter


async def _replayed(session: Session, letter: DeadLetter, value: bytes | None) -> Replayed:
    about, replays, receipt = letter.summary, Replays(session.desk), None
    if about.status == "replayed":
        raise Mistake("letter_replayed_before", letter=str(about.id)[:8])
    if value is None:
        if about.status == "dropped":
            raise Mistake("letter_dropped", letter=str(about.id))
        if about.missing:
            raise Mistake("letter_in_part", missing=about.missing)
        await replays.as_it_was(letter.original)
    elif _completes(value, letter.original.value, about.missing):
        await replays.as_it_was(replace(letter.original, value=value))
    else:
        receipt = await replays.mended(letter.original, value)
    # A crash between the two replays it once more: its event id makes that harmless.
    await session.upkeep.mark_replayed(about.id)
    log.warning(
        "record.replayed",
        dead_letter=str(about.id),
        topic=about.topic,
        pool_id=about.pool_id,
        correlation_id=str(about.correlation_id) if about.correlation_id else None,
        mended=receipt is not None,
    )
    done = replace(about, status="replayed", replays=about.replays + 1)
    return Replayed(letter=done, receipt=receipt)


def _completes(value: bytes, kept: bytes, missing: int) -> bool:
    """Whether these are the letter's own bytes, of which only the beginning is kept."""
    return bool(missing) and len(value) == len(kept) + missing and value.startswith(kept)
