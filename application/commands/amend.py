"""Fields of a request or a talent change; the rest stays, and so does what others changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import ValidationError

from application.edits import Edit, edited
from application.edits_back import edits_back
from application.notes import beyond_horizon, skills_nobody_has
from application.session import Session
from application.stale import with_changes
from application.still_stands import code
from models.changes import Change, changed
from models.entities import Person, Request, Talent
from models.errors import Mistake, Stale
from models.ids import PoolId, RequestId, TalentId
from models.phrase import Phrase
from models.revision_claims import Kind
from models.validation import mistake
from producers.receipts import Receipt

E = TypeVar("E", Request, Talent)

#: So many of the changes are named where an undo is refused.
_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendRequest:
    """Edits of a request, made while looking at revision `seen`: as it is now where none is said.

    `still`: the code of an undo, which takes back only what still stands as it left it.
    """

    pool_id: PoolId
    request_id: RequestId
    edits: tuple[Edit, ...]
    seen: int | None = None
    still: str | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendTalent:
    """Edits of a talent, and what is new of name, mail and note; else as with a request."""

    pool_id: PoolId
    talent_id: TalentId
    edits: tuple[Edit, ...]
    person: dict[str, str] = field(default_factory=dict)
    seen: int | None = None
    still: str | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """What an amendment came to: before and after, and what would take it back."""

    before: Request | Talent
    after: Request | Talent
    changes: tuple[Change, ...]
    person_changed: bool
    receipt: Receipt | None  #: none where nothing was written
    back: tuple[Edit, ...]
    still: str  #: the code that an undo of it carries
    beyond: Phrase | None  #: hours later than the months planned
    notes: tuple[Phrase, ...]  #: what its author should look at

    @property
    def nothing(self) -> bool:
        """Whether all is as it was."""
        return not self.changes and not self.person_changed


async def amend_request(session: Session, command: AmendRequest) -> Amended:
    """Raises Stale where somebody changed it since, Mistake where it would not be valid."""
    before = await session.desk.known_request(command.pool_id, command.request_id)
    thing = (Kind.REQUEST, command.pool_id, command.request_id)
    await session.desk.check_revision_seen(thing, before.revision, command.seen)
    after = _edited(before, command)
    receipt = None
    if changed(before, after):
        receipt = await _stated(session, before, command)
    notes = await skills_nobody_has(session, before.pool_id, [after], before=before)
    settings, _ = await session.reads.settings(before.pool_id)
    beyond = beyond_horizon(after, session.present, settings.horizon)
    return _amended(before, after, receipt, beyond=beyond, notes=notes)


async def amend_talent(session: Session, command: AmendTalent) -> Amended:
    """Raises Stale where somebody changed them since, Mistake where it would not be valid."""
    before = await session.desk.known_talent(command.pool_id, command.talent_id)
    thing = (Kind.TALENT, command.pool_id, command.talent_id)
    await session.desk.check_revision_seen(thing, before.revision, command.seen)
    after = _edited(before, command)
    person = await _person(session, before, command.person)
    receipt = None
    if changed(before, after):
        receipt = await _stated(session, before, command)
    # Last: where the rest is refused, nothing was written.
    if person and not command.dry_run:
        await session.desk.post([], [], [person])
    return _amended(before, after, receipt, person=person)


def _amended(
    before: Request | Talent,
    after: Request | Talent,
    receipt: Receipt | None,
    *,
    person: Person | None = None,
    beyond: Phrase | None = None,
    notes: Sequence[Phrase] = (),
) -> Amended:
    return Amended(
        before=before,
        after=after,
        changes=tuple(changed(before, after)),
        person_changed=person is not None,
        receipt=receipt,
        back=edits_back(before, after),
        still=code(after.model_dump(mode="json"), before.model_dump(mode="json")),
        beyond=beyond,
        notes=tuple(notes),
    )


async def _stated(
    session: Session, before: Request | Talent, command: AmendRequest | AmendTalent
) -> Receipt | None:
    """The receipt of the amended entity; with a dry run only what would refuse it."""
    if command.dry_run:
        await _examine(session, before, command)
        return None

    def change(fields: dict[str, Any]) -> None:
        after: Request | Talent
        if isinstance(before, Request):
            after = _edited(Request.model_validate(fields), command)
        else:
            after = _edited(Talent.model_validate(fields), command)
        fields.update({name: getattr(after, name) for name in fields})

    # What was read a moment ago was seen: whoever writes in between is not written over.
    seen, back = command.seen or before.revision, command.still is not None
    try:
        if isinstance(before, Request):
            return await session.desk.amend_request(
                before.pool_id, before.request_id, change, seen=seen, taking_back=back
            )
        return await session.desk.amend_talent(
            before.pool_id, before.talent_id, change, seen=seen, taking_back=back
        )
    except Stale as stale:
        now: Request | Talent
        if isinstance(before, Request):
            now = await session.desk.known_request(before.pool_id, before.request_id)
        else:
            now = await session.desk.known_talent(before.pool_id, before.talent_id)
        raise with_changes(stale, before, now) from None


async def _examine(
    session: Session, before: Request | Talent, command: AmendRequest | AmendTalent
) -> None:
    back, next_ = command.still is not None, {"revision": before.revision + 1}
    if isinstance(before, Request):
        request = _edited(before, command).model_copy(update=next_)
        await session.desk.examine([request], [], taking_back=back)
    else:
        talent = _edited(before, command).model_copy(update=next_)
        await session.desk.examine([], [talent], taking_back=back)


def _edited(now: E, command: AmendRequest | AmendTalent) -> E:
    """The entity with the edits; Mistake where an undo would take back what others changed."""
    after = edited(now, command.edits)
    standing, back = now.model_dump(mode="json"), after.model_dump(mode="json")
    if command.still in {None, code(standing, back)} or not changed(now, after):
        return after
    told = tuple(each.phrase for each in changed(now, after)[:_NAMED])
    raise Mistake("changed_again_since_undo", changes=told)


async def _person(session: Session, talent: Talent, given: dict[str, str]) -> Person | None:
    """Who the talent is from now on: what is kept, with what was given."""
    if not given:
        return None
    known = await session.reads.person(talent.pool_id, talent.talent_id)
    kept = {"name": known.name, "mail": known.mail, "note": known.note} if known else {}
    if "name" not in kept | given:
        raise Mistake("no_name_kept")
    stated = {"mail": "", "note": "", **kept, **given}
    try:
        return Person(pool_id=talent.pool_id, talent_id=talent.talent_id, **stated)
    except ValidationError as error:
        raise mistake(error, talent.talent_id) from None
