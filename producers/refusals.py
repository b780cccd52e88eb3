"""What the desk refuses, in the words that people see: Japanese, then English."""

from collections import Counter
from collections.abc import Sequence

from models import labels
from models.entities import Request, Talent
from models.errors import Mistake, Refused
from models.facts import DecisionMade
from models.ids import PoolId
from models.life import Match


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


def refusal(match: Match, decision: DecisionMade, error: Refused) -> str:
    """Why a decision does not fit its match, in the words that people see."""
    if decision.seen_revision not in (None, match.revision):
        why = f"見てから変わりました（第{match.revision}版）。もう一度見て決めてください"
    else:
        state = labels.state(match.state, mark=False)
        fixed = "・固定" if match.fixed_by_hand else ""
        why = f"今「{state}{fixed}」なので、「{labels.verb(decision.verb)}」はできません"
    return f"マッチ {match.match_id} は{why} / {error}"


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
