"""Decisions on their way: checked against every match first, then appended all at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.errors import Mistake, Refused
from models.facts import DecisionMade
from models.ids import LineId, MatchId, request_of
from models.match import ANSWERS, DeclineReason, Match, MatchState, Side, Verb
from models.match_decisions import decide
from models.months import Month, month_of
from producers.ports import Places
from service.cli.choosing import place, pool, pool_id
from service.cli.frame.amounts import by_month
from service.cli.frame.receipts import Answer, give
from service.cli.frame.write_session import CallOptions, write_session
from service.cli.show import agreement
from service.wiring import Parts
from wording import labels

#: These answer for the hours a person has seen: other hours are another question.
_ABOUT_HOURS = (Verb.ACCEPT, Verb.PIN, Verb.END)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What is decided about every match that is named."""

    verb: Verb
    side: Side | None = None
    municipality: str | None = None  #: name or code, as it was written
    reason: DeclineReason | None = None
    months: tuple[Month, ...] = ()
    since: Month | None = None
    seen: int | None = None  #: revision of the match that the person saw

    def about(self, match: Match, places: Places) -> DecisionMade:
        """The fact for one match."""
        seen = self.seen
        if seen is None and self.verb in _ABOUT_HOURS:
            seen = match.revision
        return DecisionMade(
            pool_id=match.pool_id,
            match_id=match.match_id,
            verb=self.verb,
            side=self.side,
            municipality=place(self.municipality, places, match.pool_id)
            if self.municipality
            else None,
            reason=self.reason,
            months=self.months,
            since=self.since,
            seen_revision=seen,
        )


async def decided(
    decision: Decision, ids: Sequence[str], given_pool: str | None, call: CallOptions
) -> None:
    """Decide about the matches, or about every draft where none is named, all or none."""
    async with write_session(call) as parts:
        if ids:
            matches = [await _known(parts, MatchId(each)) for each in ids]
            await _look_at_pool(parts, matches, given_pool)
        else:
            pool_of_all = await pool(given_pool, parts.store, parts.places)
            drafts = await parts.store.matches(pool_of_all, live_only=True)
            this = month_of(parts.now().date())
            # What is over is not released; the service ends it when it sees the month turn.
            matches = [
                match
                for match in drafts
                if match.state is MatchState.DRAFTED and max(match.hours, default=this) >= this
            ]
        await _decide(parts, decision, matches, call)


async def lifted(line: str, talent: str, given_pool: str | None, call: CallOptions) -> None:
    """Lift every decline and cancellation that keeps the talent from being offered the line."""
    async with write_session(call) as parts:
        pool_id = await pool(given_pool, parts.store, parts.places)
        request = await parts.desk.known_request(pool_id, request_of(LineId(line)))
        ids = [
            match_id
            for match_id, decline in await parts.store.declines(pool_id)
            if decline.talent_id == talent and decline.bars(LineId(line), request.municipalities)
        ]
        if not ids:
            raise Mistake(
                f"人材 {talent} に要請枠 {line} の辞退・取消の記録はありません。"
                f"talentpool show request {request.request_id} で確かめてください"
                f" / nothing keeps {talent} from being offered {line}"
            )
        matches = [await _known(parts, match_id) for match_id in ids]
        await _decide(parts, Decision(verb=Verb.UNBAR), matches, call)


async def _decide(
    parts: Parts, decision: Decision, matches: Sequence[Match], call: CallOptions
) -> None:
    if decision.verb is Verb.RECALL:
        await _look_at_drafts(parts, matches)
    facts = [decision.about(match, parts.places) for match in matches]
    receipts = await parts.desk.decide_all(facts)
    present = month_of(parts.now().date())
    led_to = [_after(*pair, present) for pair in zip(matches, facts, strict=True)]
    await give(
        parts.session(),
        Answer(
            headline=_headline(decision, len(matches), call),
            details=[_text(*pair, call) for pair in zip(matches, led_to, strict=True)],
            receipts=receipts,
            undo=_undo_resume(led_to, matches, present, call)
            if decision.verb is Verb.RESUME
            else _undo(decision, matches, call),
            undo_note=_note(decision, call) if matches else "",
        ),
        call,
    )


async def _look_at_drafts(parts: Parts, matches: Sequence[Match]) -> None:
    """Mistake where the next plan would propose a draft at once."""
    for of in sorted({match.pool_id for match in matches}):
        settings, _ = await parts.store.settings(of)
        if settings.release_at_once:
            raise Mistake(
                f"プール {of} は下書きをすぐに提案する設定です。先に talentpool configure"
                f" --pool {of} --hold-drafts で止めてください"
                f" / pool {of} proposes drafts at once; first configure --hold-drafts"
            )


async def _known(parts: Parts, match_id: MatchId) -> Match:
    known = await parts.store.match(match_id)
    # With what was decided a moment ago, applied already or not.
    match = await parts.desk.known_match(known.pool_id, match_id) if known else None
    if match is None:
        raise Mistake(
            f"マッチ {match_id} はありません。talentpool show plan --ids でIDを確かめてください"
            f" / no match {match_id}; see `talentpool show plan --ids`"
        )
    return match


async def _look_at_pool(parts: Parts, matches: Sequence[Match], given: str | None) -> None:
    if given is None:
        return
    wanted = pool_id(given, parts.places)
    for match in matches:
        if match.pool_id != wanted:
            raise Mistake(
                f"マッチ {match.match_id} はプール {match.pool_id} のものです"
                f" / match {match.match_id} belongs to pool {match.pool_id}, not {wanted}"
            )


def _headline(decision: Decision, count: int, call: CallOptions) -> str:
    if not count:
        return call.say(
            "下書きのマッチはありません。talentpool show plan で計画を確かめてください。",
            "There are no drafts. See `talentpool show plan`.",
        )
    who = labels.side(decision.side, call.lang) if decision.side else ""
    verb = labels.verb(decision.verb, call.lang)
    if decision.municipality:
        who += f"（{decision.municipality}）"
    why = f"（{labels.decline_reason(decision.reason)}）" if decision.reason else ""
    return call.say(
        f"✓ マッチ{count}件：{f'{who}として' if who else ''}「{verb}」を受け付けました{why}。",
        f"✓ {verb}{f' ({who.lower()})' if who else ''}: {count} "
        f"{'match' if count == 1 else 'matches'} taken.",
    )


def _after(match: Match, fact: DecisionMade, present: Month) -> Match:
    """What the decision leads to; the match itself where it has changed under the decision."""
    try:
        return decide(match, fact, present)
    except Refused:
        return match


def _text(match: Match, after: Match, call: CallOptions) -> str:
    """The match with the state it had and the one it gets: `○提案中 → ◐人材承諾`."""
    states = dict.fromkeys(agreement.state(each, call.words) for each in (match, after))
    return (
        f"{match.match_id}  {match.line_id} ← {match.talent_id}  "
        f"{' → '.join(states)}  {by_month(after.hours, call.lang)}"
    )


def _undo(decision: Decision, matches: Sequence[Match], call: CallOptions) -> list[str]:
    """The decision that takes it back; of an end, the one that lets the pair be offered again."""
    back = {
        Verb.PIN: Verb.UNPIN,
        Verb.UNPIN: Verb.PIN,
        Verb.RELEASE: Verb.RECALL,
        Verb.RECALL: Verb.RELEASE,
        Verb.ACCEPT: Verb.RETRACT,
        Verb.RETRACT: Verb.ACCEPT,
        Verb.DECLINE: Verb.UNBAR,
        Verb.CANCEL: Verb.UNBAR,
        Verb.END: Verb.RESUME,
    }.get(decision.verb)
    if back is None or not matches:
        return []
    who = ["--by", decision.side.value] if decision.side and back in ANSWERS else []
    if decision.municipality and back in ANSWERS:
        who += ["--municipality", decision.municipality]
    return [call.command("decide", back.value, *(match.match_id for match in matches), *who)]


def _undo_resume(
    resumed: Sequence[Match], matches: Sequence[Match], present: Month, call: CallOptions
) -> list[str]:
    """An end from the same month on, for each month from which some had ended."""
    since: dict[Month, list[str]] = {}
    for match, after in zip(matches, resumed, strict=True):
        back = [m for m, hours in match.ended_hours.items() if hours and m >= present]
        if back and after.state is MatchState.CONFIRMED:
            since.setdefault(min(back), []).append(match.match_id)
    return [
        call.command("decide", Verb.END.value, *ids, "--from", month)
        for month, ids in sorted(since.items())
    ]


def _note(decision: Decision, call: CallOptions) -> str:
    match decision.verb:
        case Verb.DECLINE | Verb.CANCEL:
            return call.say(
                "終わったマッチは元に戻せません。上の命令で、この人をまた提案できるようになります。"
                "要請枠は計画し直されます。",
                "The match stays ended; that command lets the pair be offered again, as a new "
                "match. The line is planned anew.",
            )
        case Verb.END:
            return call.say(
                "それより前の月は合意のまま残ります。残りの時間は計画し直されます。",
                "The months before stay as agreed; the rest of the line is planned anew.",
            )
        case Verb.UNBAR:
            return call.say(
                "終わったマッチは終わったままです。計画に合えば、新しいマッチとして提案されます。",
                "The match stays ended; where the plan has use for it, a new one is proposed.",
            )
        case _:
            return ""
