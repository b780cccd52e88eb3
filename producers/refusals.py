"""What the desk refuses."""

from collections import Counter
from collections.abc import Sequence

from models.entities import Request, Talent
from models.errors import Mistake, Stale
from models.event_log import LARGEST, NewRecord, size
from models.facts import DecisionMade
from models.ids import PoolId
from models.match import ANSWERS, DeclineReason, Match, MatchState, Side, Verb
from models.phrase import Param, Phrase
from models.retired_lines import next_number, reused
from models.revision_claims import Kind
from models.revisions import RevisionMade
from producers.ports import Places


def check_repeats(ids: Sequence[str]) -> None:
    """Raise Mistake where an id stands twice in what is stated at once."""
    if repeated := [each for each, times in Counter(ids).items() if times > 1]:
        raise Mistake("id_twice_at_once", id=repeated[0])


def unknown(code: str, pool_id: PoolId, id_: str) -> Mistake:
    """What to say of an id that the store does not know."""
    return Mistake(code, pool=pool_id, id=id_)


def nobodys(code: str, places: Places) -> Mistake:
    """What to say of a code that is no municipality's; one that was merged names its successor."""
    if successor := places.successor(code):
        return Mistake("code_merged", code=code, successor=successor)
    return Mistake("code_is_nobodys", code=code)


def check_who_answers(match: Match, decision: DecisionMade) -> None:
    """Raise Mistake where one of several municipalities is meant and none is named."""
    by_place = decision.verb in ANSWERS and decision.side is Side.MUNICIPALITY
    of_place = decision.reason is DeclineReason.THIS_MUNICIPALITY
    if decision.municipality or len(match.places) < 2 or not (by_place or of_place):
        return
    raise Mistake(
        "which_municipality", match_id=match.match_id, places=match.places, one=match.places[0]
    )


def check_both_agreed(match: Match, decision: DecisionMade) -> None:
    """Mistake where an end is decided about what one side alone has agreed to: nothing began."""
    if decision.verb is not Verb.END or not match.agreed or match.state is MatchState.CONFIRMED:
        return
    side = Side.TALENT if match.state is MatchState.ACCEPTED_BY_TALENT else Side.MUNICIPALITY
    raise Mistake("not_agreed_by_both", match_id=match.match_id, state=match.state, side=side)


def check_revision(id_: str, stated: Request | Talent, known: Request | Talent | None) -> None:
    """Raise Mistake where other content is known under the id, of this revision or a later one."""
    if known is None or stated.revision > known.revision or stated == known:
        return
    raise Mistake("revision_known", id=id_, revision=known.revision)


def check_seen(
    thing: tuple[Kind, str], now: int, seen: int | None, made: Sequence[RevisionMade] = ()
) -> None:
    """Raise Stale where it has changed since the revision that was looked at.

    `made`: its revisions, which tell by whom and when.
    """
    if seen in (None, now):
        return
    kind, subject = thing
    facts: dict[str, Param] = {"subject": subject, "seen": seen, "now": now}
    if seen is not None and seen > now:
        raise Stale("revision_to_come", **facts, of=_named(kind, subject))
    if kind is Kind.SETTINGS:  # the pool's code alone names nothing
        facts["of"] = _named(kind, subject)
    last = next((each for each in reversed(made) if each.revision == now and each.actor), None)
    if last is None:
        raise Stale("settings_stale" if kind is Kind.SETTINGS else "stale", **facts)
    at = last.time.isoformat(timespec="minutes")
    since = [each for each in made if seen is not None and seen < each.revision <= now]
    fields = tuple(dict.fromkeys(name for each in since for name in each.changed))
    what = Phrase.of("fields_changed", fields=fields) if fields else ""
    code = "settings_stale_by" if kind is Kind.SETTINGS else "stale_by"
    raise Stale(code, **facts, actor=last.actor, at=at, what=what)


def _named(kind: Kind, subject: str) -> Phrase:
    """What has revisions, so that people know it."""
    if kind is Kind.SETTINGS:
        return Phrase.of("settings_revised", pool_id=subject)
    if kind is Kind.MATCH:
        return Phrase.of("match_revised", match_id=subject)
    return Phrase.of("thing_revised", id=subject)


def stale_match(match: Match, decision: DecisionMade, made: Sequence[RevisionMade]) -> Stale:
    """What to say of a decision about a match that is no longer as it was seen."""
    facts: dict[str, Param] = {
        "subject": match.match_id,
        "seen": decision.seen_revision,
        "now": match.revision,
        "reason": match.reason,
    }
    if decision.seen_revision is not None and decision.seen_revision > match.revision:
        raise Stale("revision_to_come", **facts, of=_named(Kind.MATCH, match.match_id))
    last = next((e for e in reversed(made) if e.revision == match.revision and e.actor), None)
    if last is None:
        return Stale("match_stale", **facts)
    at = last.time.isoformat(timespec="minutes")
    return Stale("match_stale_by", **facts, actor=last.actor, at=at)


def check_sizes(records: Sequence[NewRecord]) -> None:
    """Raise Mistake where what is stated is more than every log takes, before any is appended."""
    for record in records:
        if (bytes_ := size(record)) > LARGEST:
            subject = _subject(record)
            raise Mistake("fact_too_large", subject=subject, size=bytes_, most=LARGEST)


def _subject(record: NewRecord) -> str:
    """The id that a record is about."""
    return next((v.decode() for name, v in record.headers if name == "ce_subject"), record.key)


def check_line_numbers(stated: Request, known: Request | None) -> None:
    """Raise Mistake where another line takes the number of one that was removed."""
    if known is None or not (taken := reused(known, stated)):
        return
    free = next_number(known)
    raise Mistake("line_number_taken", request_id=stated.request_id, line=taken[0], free=free)
