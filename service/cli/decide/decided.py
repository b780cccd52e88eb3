"""What a decision came to, in words: each match with the state it had and the one it gets."""

from collections.abc import Sequence

from application.choosing import place, pool_id
from application.commands.decide import Back, Decide, Decided, decide
from application.session import ReadSession, Session
from models.codes import MunicipalityCode
from models.errors import Mistake
from models.ids import MatchId
from models.match import DeclineReason, Match, Side, Verb
from models.months import Month
from service.cli.frame.call_options import CallOptions
from service.cli.frame.receipts import Answer, give
from service.cli.show import agreement
from wording import Words, amounts

#: What is to be known of a decision that its undo does not wholly take back.
_NOTES = {
    Verb.DECLINE: "ended_matches_stay_ended",
    Verb.CANCEL: "ended_matches_stay_ended",
    Verb.END: "months_before_stay",
    Verb.UNBAR: "unbarred_as_new_match",
}


async def decided(
    session: Session,
    call: CallOptions,
    verb: Verb,
    match: Sequence[str],
    *,
    side: Side | None = None,
    municipality: str | None = None,
    reason: DeclineReason | None = None,
    months: tuple[Month, ...] = (),
    since: Month | None = None,
) -> None:
    """Decide about the matches that are named, all or none, and say what becomes of them."""
    command = Decide(
        verb=verb,
        match_ids=tuple(map(MatchId, match)),
        pool_id=pool_id(call.pool, session.places) if call.pool else None,
        side=side,
        municipality=await _place(session, municipality, match) if municipality else None,
        reason=reason,
        months=months,
        since=since,
        seen=call.seen,
    )
    await say(session, call, await decide(session, command), command)


async def say(
    session: Session, call: CallOptions, done: Decided, command: Decide | None = None
) -> None:
    """The answer to any decision; `command` where more is to be said than its verb."""
    words = call.words
    note = _NOTES.get(done.verb) if done.steps else None
    answer = Answer(
        headline=_headline(done, command, words),
        details=[_text(*step, words) for step in done.steps],
        receipts=done.receipts,
        undo=[call.command(*_undo(back)) for back in done.back],
        undo_note=words(note) if note else "",
    )
    await give(session, answer, call)


def side_of(by: Side | None) -> Side:
    """The side that answers. Mistake where none is named."""
    if by is None:
        raise Mistake("whose_answer")
    return by


async def _place(session: ReadSession, text: str, matches: Sequence[str]) -> MunicipalityCode:
    """The municipality that is meant, within the pool of the matches."""
    first = await session.reads.match(MatchId(matches[0]))
    return place(text, session.places, first.pool_id if first else None)


def _headline(done: Decided, command: Decide | None, words: Words) -> str:
    if not done.steps:
        return words("no_drafts")
    who = ""
    if command and command.side:
        code = "by_side_of_place" if command.municipality else "by_side"
        who = words(code, side=command.side.value, place=command.municipality)
    reason = command.reason if command else None
    why = words("for_reason", reason=reason.value) if reason else ""
    return words("decided", count=len(done.steps), verb=done.verb.value, who=who, why=why)


def _text(match: Match, after: Match, words: Words) -> str:
    """The match with the state it had and the one it gets: `○提案中 → ◐人材承諾`."""
    states = dict.fromkeys(agreement.state(each, words) for each in (match, after))
    return (
        f"{match.match_id}  {match.line_id} ← {match.talent_id}  "
        f"{' → '.join(states)}  {amounts.by_month(words.reader, after.hours)}"
    )


def _undo(back: Back) -> list[str]:
    command = ["decide", back.verb.value, *back.match_ids]
    command += ["--by", back.side.value] if back.side else []
    command += ["--municipality", back.municipality] if back.municipality else []
    command += ["--from", back.since] if back.since else []
    return command
