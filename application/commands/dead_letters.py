"""What becomes of a dead letter: it is replayed over the desk, or its bytes are dropped."""

from dataclasses import dataclass, replace
from uuid import UUID

from application.queries.dead_letters import the_letter
from application.session import Session, StoreSession
from models.errors import Mistake
from models.ids import PoolId
from models.ingest import DeadLetterSummary
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
    refused: tuple[tuple[UUID, Phrase], ...]


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
    """Append it again. Raises Mistake where its bytes are gone, or others are no better."""
    chosen = await the_letter(session, command.letter)
    return await _replayed(session, chosen.id, command.value)


async def replay_new_letters(session: Session, pool_id: PoolId | None = None) -> ManyReplayed:
    """Every new one as it was; one that cannot be replayed does not hold up the others."""
    done: list[Replayed] = []
    refused: list[tuple[UUID, Phrase]] = []
    for each in await session.reads.dead_letters(status="new", pool=pool_id):
        try:
            done.append(await _replayed(session, each.id, None))
        except Mistake as error:
            refused.append((each.id, error.phrase))
    return ManyReplayed(done=tuple(done), refused=tuple(refused))


async def drop_dead_letter(session: StoreSession, command: DropDeadLetter) -> DeadLetterSummary:
    """Its bytes go for good; where it stood, why it died, who dropped it, when and why, stay."""
    chosen = await the_letter(session, command.letter)
    await session.upkeep.drop_dead_letter(chosen.id, command.reason, session.actor)
    found = await session.reads.dead_letter(chosen.id)
    assert found is not None
    return found.summary


async def _replayed(session: Session, letter_id: UUID, value: bytes | None) -> Replayed:
    letter = await session.reads.dead_letter(letter_id)
    assert letter is not None
    about, replays = letter.summary, Replays(session.desk)
    receipt, dies_again = None, None
    if value is None:
        if about.status == "dropped":
            raise Mistake("letter_dropped", letter=str(letter_id))
        if about.missing:
            raise Mistake("letter_in_part", missing=about.missing)
        dies_again = still_unreadable(letter.original)
        await replays.as_it_was(letter.original)
    elif _completes(value, letter.original.value, about.missing):
        await replays.as_it_was(replace(letter.original, value=value))
    else:
        receipt = await replays.mended(letter.original, value)
    # A crash between the two replays it once more: its event id makes that harmless.
    await session.upkeep.mark_replayed(letter_id)
    log.warning(
        "record.replayed",
        dead_letter=str(letter_id),
        topic=about.topic,
        pool_id=about.pool_id,
        correlation_id=str(about.correlation_id) if about.correlation_id else None,
        mended=receipt is not None,
    )
    done = replace(about, status="replayed", replays=about.replays + 1)
    return Replayed(letter=done, receipt=receipt, dies_again=dies_again)


def _completes(value: bytes, kept: bytes, missing: int) -> bool:
    """Whether these are the letter's own bytes, of which only the beginning is kept."""
    return bool(missing) and len(value) == len(kept) + missing and value.startswith(kept)
