"""CLI, spreadsheets, demo (and later the web) -> requests.v1, talents.v1, decisions.v1, settings.v1

Every posting goes over this desk: what can be seen to be wrong is refused at once and in words, the
rest is appended and acknowledged by the log before the call returns.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.codes import MunicipalityCode
from models.entities import Person, Request, RequestStatus, Talent, TalentStatus
from models.errors import Mistake
from models.facts import Fact, PoolConfigured, RequestStated, TalentStated
from models.ids import PoolId, RequestId, TalentId
from models.pool_settings import PoolSettings
from models.retired_lines import succeeding
from models.revision_claims import Kind
from models.worth import check_worth
from producers.acknowledged import PostedBefore, in_turn
from producers.appending import DeskStore
from producers.deciding import Deciding
from producers.month_bound import check_hours
from producers.past_months import check_past_months
from producers.receipts import Receipt
from producers.refusals import (
    check_line_numbers,
    check_repeats,
    check_revision,
    nobodys,
)
from producers.settings_change import SettingsChange

__all__ = ["Desk", "DeskStore", "PostedBefore", "Receipt"]


@dataclass(frozen=True, kw_only=True)
class Desk(Deciding):
    """Takes what people state, validates it, and appends it as facts."""

    async def post_request(self, request: Request) -> Receipt:
        """A new request. Mistake where its id is taken or a municipality does not exist."""
        return (await self.post([request], []))[0]

    async def post_talent(self, talent: Talent, person: Person | None = None) -> Receipt:
        """A new talent; the personal data goes to the store alone, before the fact."""
        return (await self.post([], [talent], [person] if person else []))[0]

    async def post(
        self,
        requests: Sequence[Request],
        talents: Sequence[Talent],
        people: Sequence[Person] = (),
        *,
        once: bool = False,
        seen: Mapping[tuple[Kind, str], int] | None = None,
        settings: SettingsChange | None = None,
    ) -> list[Receipt]:
        """Many at once, all or none: every entity is looked at before the first is appended.

        `seen`: of what is changed, the revision it was changed from; Stale where somebody has
        changed it since. `settings`: those of the pool too.
        PostedBefore where the very same is known under its id; with `once` also where the same
        content was posted in the last ten minutes.
        """

        async def posted() -> list[Receipt]:
            numbered = [await self._succeeding(request) for request in requests]
            stood = await self._stood(numbered, talents, seen or {})
            await self.examine(numbered, talents)
            for r in numbered:
                await self._newest.look_for_known(Kind.REQUEST, r.request_id, r)
            for t in talents:
                await self._newest.look_for_known(Kind.TALENT, t.talent_id, t)
            facts: list[Fact] = [
                TalentStated(talent=await self._free(t, Kind.TALENT, t.talent_id)) for t in talents
            ]
            facts += [
                RequestStated(request=await self._free(r, Kind.REQUEST, r.request_id))
                for r in numbered
            ]
            follows = [stood.get((Kind.TALENT, t.talent_id)) for t in talents]
            follows += [stood.get((Kind.REQUEST, r.request_id)) for r in numbered]
            if settings is not None:
                fact, revision = await self._configured(settings)
                facts, follows = [*facts, fact], [*follows, revision]
            return await self._append(facts, people, once=once, seen=follows)

        return await in_turn(posted)

    async def examine(
        self,
        requests: Sequence[Request],
        talents: Sequence[Talent],
        *,
        taking_back: bool = False,
        seen: Mapping[tuple[Kind, str], int] | None = None,
    ) -> None:
        """Look at what might be posted, and post nothing. Mistake where it would be refused.

        `seen`: as where it is posted.
        """
        if seen:
            await self._stood(requests, talents, seen)
        check_repeats([r.request_id for r in requests])
        check_repeats([t.talent_id for t in talents])
        for request in requests:
            known = await self._newest.request(request.pool_id, request.request_id)
            self._check_places(request, known)
            check_revision(request.request_id, request, known)
            if not taking_back:
                check_past_months(request, known, self._present)
            check_line_numbers(request, known)
            check_hours(request, known)
        for talent in talents:
            standing = await self._newest.talent(talent.pool_id, talent.talent_id)
            self._check_places(talent, standing)
            check_revision(talent.talent_id, talent, standing)
            if not taking_back:
                check_past_months(talent, standing, self._present)
            check_hours(talent, standing)

    async def amend_request(
        self,
        pool_id: PoolId,
        request_id: RequestId,
        change: Callable[[dict[str, Any]], None],
        *,
        seen: int | None = None,
        taking_back: bool = False,
    ) -> Receipt:
        """The request with a change: `change` edits its fields; the revision rises by one.

        `seen`: the revision it was changed from; Stale where somebody has changed it since.
        `taking_back`: it brings back what stood there, in months that are over as well.
        """

        async def amended() -> Receipt:
            known = await self.known_request(pool_id, request_id)
            await self.check_revision_seen(
                (Kind.REQUEST, pool_id, request_id), known.revision, seen
            )
            request = succeeding(known, await self._changed(known, change))
            self._check_places(request, known)
            if not taking_back:
                check_past_months(request, known, self._present)
            check_line_numbers(request, known)
            check_hours(request, known)
            fact = RequestStated(request=request)
            return (await self._append([fact], seen=[known.revision]))[0]

        return await in_turn(amended)

    async def amend_talent(
        self,
        pool_id: PoolId,
        talent_id: TalentId,
        change: Callable[[dict[str, Any]], None],
        *,
        seen: int | None = None,
        taking_back: bool = False,
    ) -> Receipt:
        """The talent with a change: `change` edits its fields; the revision rises by one.

        `seen`: the revision it was changed from; Stale where somebody has changed it since.
        `taking_back`: it brings back what stood there, in months that are over as well.
        """

        async def amended() -> Receipt:
            known = await self.known_talent(pool_id, talent_id)
            await self.check_revision_seen((Kind.TALENT, pool_id, talent_id), known.revision, seen)
            talent = await self._changed(known, change)
            self._check_places(talent, known)
            if not taking_back:
                check_past_months(talent, known, self._present)
            check_hours(talent, known)
            fact = TalentStated(talent=talent)
            return (await self._append([fact], seen=[known.revision]))[0]

        return await in_turn(amended)

    async def withdraw_request(self, pool_id: PoolId, request_id: RequestId) -> Receipt:
        """The request is withdrawn: its hours become free for others."""
        return (await self.withdraw_requests(pool_id, [request_id]))[0]

    async def withdraw_requests(
        self, pool_id: PoolId, request_ids: Sequence[RequestId]
    ) -> list[Receipt]:
        """Withdrawn all at once, or none where one is unknown or withdrawn already."""
        check_repeats(request_ids)
        withdraw = _setting("status", RequestStatus.WITHDRAWN)

        async def withdrawn() -> list[Receipt]:
            requests = [await self.known_request(pool_id, each) for each in request_ids]
            for request in requests:
                if request.status is RequestStatus.WITHDRAWN:
                    raise Mistake("request_withdrawn_already", request_id=request.request_id)
            changed = [await self._changed(each, withdraw) for each in requests]
            seen = [each.revision for each in requests]
            return await self._append([RequestStated(request=r) for r in changed], seen=seen)

        return await in_turn(withdrawn)

    async def withdraw_talent(self, pool_id: PoolId, talent_id: TalentId) -> Receipt:
        """The talent leaves: its matches end and its lines are planned anew."""
        return (await self.withdraw_talents(pool_id, [talent_id]))[0]

    async def withdraw_talents(
        self, pool_id: PoolId, talent_ids: Sequence[TalentId]
    ) -> list[Receipt]:
        """They leave all at once, or none where one is unknown or has left already."""
        check_repeats(talent_ids)
        leave = _setting("status", TalentStatus.LEFT)

        async def left() -> list[Receipt]:
            talents = [await self.known_talent(pool_id, each) for each in talent_ids]
            for talent in talents:
                if talent.status is TalentStatus.LEFT:
                    raise Mistake("talent_left_already", talent_id=talent.talent_id)
            changed = [await self._changed(each, leave) for each in talents]
            seen = [each.revision for each in talents]
            return await self._append([TalentStated(talent=each) for each in changed], seen=seen)

        return await in_turn(left)

    async def configure(
        self, pool_id: PoolId, settings: PoolSettings, *, seen: int | None = None
    ) -> Receipt:
        """The pool's settings as a whole. Mistake where they lead to what no problem can hold.

        `seen`: the revision they were changed from; Stale where others have set them since.
        """

        async def configured() -> Receipt:
            wanted = SettingsChange(pool_id=pool_id, settings=settings, seen=seen)
            fact, stood = await self._configured(wanted)
            return (await self._append([fact], seen=[stood]))[0]

        return await in_turn(configured)

    async def _configured(self, wanted: SettingsChange) -> tuple[PoolConfigured, int | None]:
        """The fact, and the revision it follows. Stale where others have set them since."""
        pool_id = wanted.pool_id
        before, revision = await self.settings(pool_id)
        await self.check_revision_seen((Kind.SETTINGS, pool_id, pool_id), revision, wanted.seen)
        check_worth(wanted.settings, before)
        free = await self._newest.free(Kind.SETTINGS, pool_id, pool_id, revision)
        fact = PoolConfigured(pool_id=pool_id, revision=free, settings=wanted.settings)
        return fact, revision or None

    async def _succeeding(self, request: Request) -> Request:
        known = await self._newest.request(request.pool_id, request.request_id)
        return succeeding(known, request) if known else request

    def _check_places(self, stated: Request | Talent, known: Request | Talent | None) -> None:
        """Mistake where a code is nobody's. One that stood before may have been merged since."""
        stood = _places_of(known) if known else ()
        for code in _places_of(stated):
            if not self.places.known(code) and code not in stood:
                raise nobodys(code, self.places)


def _places_of(entity: Request | Talent) -> tuple[MunicipalityCode, ...]:
    if isinstance(entity, Request):
        return entity.municipalities
    return entity.excluded + ((entity.base,) if entity.base else ())


def _setting(field: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda fields: fields.update({field: value})
