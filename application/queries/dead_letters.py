"""Dead letters: where each stood and why it died; its bytes only where they are asked for."""

from collections.abc import Sequence
from uuid import UUID

from application.letter_filter import LetterFilter
from application.session import ReadSession
from application.views.dead_letters import LettersBoard, LetterView, letter_view, letters_board
from models.errors import Absent, Mistake
from models.facts import STATED
from models.ids import PoolId
from models.ingest import DeadLetter, DeadLetterSummary
from producers.replaying import fact_of, still_unreadable


async def dead_letters(
    session: ReadSession,
    *,
    status: str | None = None,
    pool_id: PoolId | None = None,
    reason: str | None = None,
) -> Sequence[DeadLetterSummary]:
    """Those of a pool or of all, in the order of the log; without what they held.

    `reason`: a code, such as `written_by_newer_version`: those to replay after an upgrade.
    """
    return await session.reads.dead_letters(status=status, pool=pool_id, reason=reason)


async def chosen_letters(session: ReadSession, wanted: LetterFilter) -> Sequence[DeadLetterSummary]:
    """Those that the filter lets through, in the order of the log."""
    return [each for each in await session.reads.dead_letters() if wanted.lets(each)]


async def dead_letter(session: ReadSession, beginning: str) -> DeadLetter:
    """The only one whose id begins so, with its bytes. Raises Mistake."""
    found = await session.reads.dead_letter((await the_letter(session, beginning)).id)
    assert found is not None
    return found


async def letters_page(session: ReadSession, wanted: LetterFilter, page: int) -> LettersBoard:
    """A page of those that the filter lets through."""
    return letters_board(await session.reads.dead_letters(), wanted, page)


async def letter_page(session: ReadSession, letter_id: UUID) -> tuple[LetterView, DeadLetter]:
    """What may be shown of a letter, and the letter. Raises Absent."""
    letter = await session.reads.dead_letter(letter_id)
    if letter is None:
        raise Absent("letter_absent")
    fact = fact_of(letter.original.topic)
    dies_again = still_unreadable(letter.original)
    return letter_view(letter, dies_again=dies_again, stated=fact in STATED), letter


async def the_letter(session: ReadSession, beginning: str) -> DeadLetterSummary:
    """The only one whose id begins so. Raises Mistake where none or several do."""
    known = await session.reads.dead_letters()
    found = [each for each in known if str(each.id).startswith(beginning.lower())]
    if len(found) == 1:
        return found[0]
    code = "letters_several" if found else "letter_unknown"
    raise Mistake(code, beginning=beginning, count=len(found))
