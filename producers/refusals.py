"""What the desk refuses, in the words that people see: Japanese, then English."""

from collections import Counter
from collections.abc import Sequence

from models.entities import Request, Talent
from models.errors import Mistake, Refused, Stale
from models.event_log import LARGEST, NewRecord, size
from models.facts import DecisionMade
from models.ids import PoolId
from models.match import ANSWERS, DeclineReason, Match, MatchState, Side, Verb
from models.phrase import Phrase
from models.retired_lines import next_number, reused
from models.revisions import RevisionMade
from producers.ports import Places
from wording import labels
from wording.words import Words


def look_for_repeats(word: str, ids: Sequence[str]) -> None:
    """Raise Mistake where an id stands twice in what is stated at once."""
    if repeated := [each for each, times in Counter(ids).items() if times > 1]:
        raise Mistake(f"{word} {repeated[0]} が2回出てきます / {repeated[0]} stands twice")


def unknown(word_ja: str, word_en: str, pool_id: PoolId, id_: str) -> Mistake:
    """What to say of an id that the store does not know."""
    return Mistake(
        f"{word_ja} {id_} はプール {pool_id} にありません。登録したばかりなら、サービスが"
        "動いているか確かめてください"
        f" / pool {pool_id} has no {word_en} {id_}; posted just now? see that the service runs"
    )


def nobodys(code: str, places: Places) -> Mistake:
    """What to say of a code that is no municipality's; one that was merged names its successor."""
    if successor := places.successor(code):
        now, before = places.name(successor), places.name(code)
        return Mistake(
            f"{code}（{before}）は合併などでなくなり、今は {successor}（{now}）です。"
            f"{successor} と書いてください / {code} is now {successor}; write that"
        )
    return Mistake(f"{code} は市区町村コードの一覧にありません / is not an official code")


def look_at_who_answers(match: Match, decision: DecisionMade, places: Places) -> None:
    """Raise Mistake where one of several municipalities is meant and none is named."""
    by_place = decision.verb in ANSWERS and decision.side is Side.MUNICIPALITY
    of_place = decision.reason is DeclineReason.THIS_MUNICIPALITY
    if decision.municipality or len(match.places) < 2 or not (by_place or of_place):
        return
    names = "、".join(map(places.name, match.places))
    raise Mistake(
        f"マッチ {match.match_id} は共同の要請（{names}）のものです。どの市町村のことか、"
        f"--municipality {places.name(match.places[0])} のように付けてください"
        f" / a joint request: name one of them with --municipality"
    )


def refusal(match: Match, decision: DecisionMade, error: Refused, places: Places) -> str:
    """Why a decision does not fit its match, in the words that people see."""
    state = labels.state(match.state, mark=False)
    place = decision.municipality
    if match.live and decision.seen_revision not in (None, match.revision):
        why = (
            f"見てから変わりました（第{match.revision}版：{labels.reason(match.reason)}）。"
            f"talentpool show match {match.match_id} でもう一度見て決めてください"
        )
    elif match.live and place and place not in match.places:
        names = "、".join(map(places.name, match.places)) or "—"
        why = f"{places.name(place)}の要請ではありません（市町村は {names}）"
    elif match.live and place and decision.verb is Verb.ACCEPT and place in match.accepted_places:
        why = f"{places.name(place)}が承諾済みです"
    elif match.live and decision.verb is Verb.END and match.agreed:
        months = "・".join(sorted(m for m, hours in match.hours.items() if hours)) or "—"
        why = (
            f"{decision.since}から終えられません（時間がある月は {months}）。過ぎた月は終えられず、"
            "すべて終えるなら talentpool decide cancel です"
        )
    elif match.live and decision.verb is Verb.RESUME:
        why = "途中で終えた月がないか、その月が過ぎました"
        if match.ended_hours:
            why = (
                "途中で終えた月がもう過ぎました。この人をまた提案できるようにするには"
                f" talentpool decide unbar {match.match_id} です"
            )
    elif match.live and decision.verb is Verb.UNBAR and match.ended_hours:
        why = (
            "途中で終えたものです。終えた月を元に戻すには"
            f" talentpool decide resume {match.match_id} です"
        )
    elif decision.verb is Verb.UNBAR:
        why = f"今「{state}」で、辞退・取消の記録はありません"
    else:
        fixed = "・固定" if match.fixed_by_hand else ""
        why = f"今「{state}{fixed}」なので、「{labels.verb(decision.verb)}」はできません"
    return f"マッチ {match.match_id} は{why} / {Words('en').say(error)}"


def look_at_both_agreed(match: Match, decision: DecisionMade) -> None:
    """Mistake where an end is decided about what one side alone has agreed to: nothing began."""
    if decision.verb is not Verb.END or not match.agreed or match.state is MatchState.CONFIRMED:
        return
    id_, state = match.match_id, labels.state(match.state, mark=False)
    side = Side.TALENT if match.state is MatchState.ACCEPTED_BY_TALENT else Side.MUNICIPALITY
    raise Mistake(
        f"マッチ {id_} はまだ双方が承諾していないので（今「{state}」）、途中で終えるものが"
        f"ありません。承諾を取り消すなら talentpool decide retract {id_} --by {side}、受けないなら"
        f" talentpool decide decline {id_} --by {side} --reason hours、取りやめるなら"
        f" talentpool decide cancel {id_} です"
        f" / both sides have not agreed to {id_} yet, so there is no work to end: retract or"
        " decline it for a side, or cancel it"
    )


def look_at_revision(
    word: str, id_: str, stated: Request | Talent, known: Request | Talent | None
) -> None:
    """Raise Mistake where other content is known under the id, of this revision or a later one."""
    if known is None or stated.revision > known.revision or stated == known:
        return
    raise Mistake(
        f"{word} {id_} は登録済みです（版 {known.revision}）。変更は amend を使ってください"
        f" / exists at revision {known.revision}; use amend to change it"
    )


def look_at_seen(
    subject: str, now: int, seen: int | None, made: Sequence[RevisionMade] = ()
) -> None:
    """Raise Stale where it has changed since the revision that was looked at.

    `made`: its revisions, which tell by whom and when.
    """
    if seen in (None, now):
        return
    last = next((each for each in reversed(made) if each.revision == now and each.actor), None)
    if last is None:
        raise Stale("stale", subject=subject, seen=seen, now=now)
    at = last.time.isoformat(timespec="minutes")
    since = [each for each in made if seen is not None and seen < each.revision <= now]
    fields = tuple(dict.fromkeys(name for each in since for name in each.changed))
    what = Phrase.of("fields_changed", fields=fields) if fields else ""
    raise Stale("stale_by", subject=subject, seen=seen, now=now, actor=last.actor, at=at, what=what)


def look_at_sizes(records: Sequence[NewRecord]) -> None:
    """Raise Mistake where what is stated is more than every log takes, before any is appended."""
    for record in records:
        if (bytes_ := size(record)) > LARGEST:
            subject = _subject(record)
            raise Mistake(
                f"{subject} は大きすぎます（{bytes_:,}バイト。{LARGEST:,}バイトまで）。要請枠や"
                "スキルを減らすか、いくつかに分けてください"
                f" / {subject} is too large: {bytes_:,} bytes, at most {LARGEST:,}; state fewer "
                "lines or skills, or several requests"
            )


def _subject(record: NewRecord) -> str:
    """The id that a record is about."""
    return next((v.decode() for name, v in record.headers if name == "ce_subject"), record.key)


def look_at_numbers(stated: Request, known: Request | None) -> None:
    """Raise Mistake where another line takes the number of one that was removed."""
    if known is None or not (taken := reused(known, stated)):
        return
    free = next_number(known)
    raise Mistake(
        f"支援要請 {stated.request_id} の要請枠 {taken[0]} は前に外した枠の番号です。辞退や承諾の"
        f"記録が前の枠のものと混ざるので、新しい枠には {free} 以降の番号を付けてください"
        f"（amend request --add-line なら自動で付きます）"
        f" / line {taken[0]} was removed before; give a new line the number {free} or higher"
    )
