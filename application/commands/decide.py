"""What people answer for matches: every match that is named is looked at before the first one."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.session import Session
from models.codes import MunicipalityCode
from models.errors import Mistake, Refused
from models.facts import DecisionMade
from models.ids import LineId, MatchId, PoolId, TalentId, request_of
from models.match import ANSWERS, DeclineReason, Match, MatchState, Side, Verb
from models.match_decisions import decide as after
from models.months import Month
from producers.receipts import Receipt

#: The decision that takes another back; of an end of a match, what lets the pair be offered again.
_BACK = {
    Verb.PIN: Verb.UNPIN,
    Verb.UNPIN: Verb.PIN,
    Verb.RELEASE: Verb.RECALL,
    Verb.RECALL: Verb.RELEASE,
    Verb.ACCEPT: Verb.RETRACT,
    Verb.RETRACT: Verb.ACCEPT,
    Verb.DECLINE: Verb.UNBAR,
    Verb.CANCEL: Verb.UNBAR,
    Verb.END: Verb.RESUME,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide:
    """One decision about matches: whose it is, and what they were looking at.

    `seen` None: each match as it is read when the decision is made.
    """

    verb: Verb
    match_ids: tuple[MatchId, ...]
    pool_id: PoolId | None = None  #: where it is named, the matches have to be of it
    side: Side | None = None
    municipality: MunicipalityCode | None = None
    reason: DeclineReason | None = None
    months: tuple[Month, ...] = ()
    since: Month | None = None
    seen: int | None = None

    def about(self, match: Match) -> DecisionMade:
        """The fact for one match."""
        return DecisionMade(
            pool_id=match.pool_id,
            match_id=match.match_id,
            verb=self.verb,
            side=self.side,
            municipality=self.municipality,
            reason=self.reason,
            months=self.months,
            since=self.since,
            seen_revision=match.revision if self.seen is None else self.seen,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """The decision that takes one back."""

    verb: Verb
    match_ids: tuple[MatchId, ...]
    side: Side | None = None
    municipality: MunicipalityCode | None = None
    since: Month | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was taken: each match as it was and as it becomes, and what takes it back."""

    verb: Verb
    steps: tuple[tuple[Match, Match], ...]
    receipts: tuple[Receipt, ...]
    back: tuple[Back, ...]


async def decide(session: Session, command: Decide) -> Decided:
    """All or none. Raises Stale where a match has changed since, Mistake where one cannot be."""
    matches = [await _known(session, match_id) for match_id in command.match_ids]
    for match in matches:
        if command.pool_id not in {None, match.pool_id}:
            raise Mistake(
                "match_of_other_pool",
                match_id=match.match_id,
                pool_id=match.pool_id,
                wanted=command.pool_id,
            )
    return await _decided(session, command, matches)


async def release_drafts(session: Session, pool_id: PoolId) -> Decided:
    """Every draft of a pool is shown to both sides.

    What is over is not: the service ends it when it sees the month turn.
    """
    present = session.present
    matches = [
        match
        for match in await session.reads.matches(pool_id, live_only=True)
        if match.state is MatchState.DRAFTED and max(match.hours, default=present) >= present
    ]
    ids = tuple(match.match_id for match in matches)
    return await _decided(session, Decide(verb=Verb.RELEASE, match_ids=ids), matches)


async def lift_bars(
    session: Session, pool_id: PoolId, line_id: LineId, talent_id: TalentId
) -> Decided:
    """Every decline and cancellation that keeps a talent from being offered a line is lifted."""
    request = await session.desk.known_request(pool_id, request_of(line_id))
    ids = tuple(
        match_id
        for match_id, decline in await session.reads.declines(pool_id)
        if decline.talent_id == talent_id and decline.bars(line_id, request.municipalities)
    )
    if not ids:
        raise Mistake(
            "nothing_bars_the_pair",
            talent_id=talent_id,
            line_id=line_id,
            request_id=request.request_id,
        )
    return await decide(session, Decide(verb=Verb.UNBAR, match_ids=ids))


async def _decided(session: Session, command: Decide, matches: Sequence[Match]) -> Decided:
    if command.verb is Verb.RECALL:
        await _look_at_drafts(session, matches)
    facts = [command.about(match) for match in matches]
    receipts = await session.desk.decide_all(facts)
    pairs = zip(matches, facts, strict=True)
    steps = tuple((match, _after(match, fact, session.present)) for match, fact in pairs)
    return Decided(
        verb=command.verb,
        steps=steps,
        receipts=tuple(receipts),
        back=_resumed_back(steps, session.present)
        if command.verb is Verb.RESUME
        else _back(command, matches),
    )


async def _known(session: Session, match_id: MatchId) -> Match:
    known = await session.reads.match(match_id)
    # With what was decided a moment ago, applied already or not.
    match = await session.desk.known_match(known.pool_id, match_id) if known else None
    if match is None:
        raise Mistake("match_to_decide_unknown", match_id=match_id)
    return match


async def _look_at_drafts(session: Session, matches: Sequence[Match]) -> None:
    """Mistake where the next plan would propose a draft at once."""
    for of in sorted({match.pool_id for match in matches}):
        settings, _ = await session.reads.settings(of)
        if settings.release_at_once:
            raise Mistake("drafts_are_released_at_once", pool_id=of)


def _after(match: Match, fact: DecisionMade, present: Month) -> Match:
    """What the decision leads to; the match itself where it has changed under the decision."""
    try:
        return after(match, fact, present)
    except Refused:
        return match


def _back(command: Decide, matches: Sequence[Match]) -> tuple[Back, ...]:
    verb = _BACK.get(command.verb)
    if verb is None or not matches:
        return ()
    answers = verb in ANSWERS
    return (
        Back(
            verb=verb,
            match_ids=tuple(match.match_id for match in matches),
            side=command.side if answers else None,
            municipality=command.municipality if answers else None,
        ),
    )


def _resumed_back(steps: Sequence[tuple[Match, Match]], present: Month) -> tuple[Back, ...]:
    """An end from the same month on, for each month from which some had ended."""
    since: dict[Month, list[MatchId]] = {}
    for match, resumed in steps:
        back = [m for m, hours in match.ended_hours.items() if hours and m >= present]
        if back and resumed.state is MatchState.CONFIRMED:
            since.setdefault(min(back), []).append(match.match_id)
    return tuple(
        Back(verb=Verb.END, match_ids=tuple(ids), since=month)
        for month, ids in sorted(since.items())
    )
