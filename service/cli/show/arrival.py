"""What became of posted facts: lines served, hours unmet and why, matches of those concerned."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from application.queries.arrival import Arrival
from matcher.plan import Plan, Unmet
from models.hours import hours_number
from models.ids import LineId
from models.match import Match
from service.cli.frame.amounts import by_month, number
from service.cli.show.documents import match_document
from service.cli.show.tables import enough_sentence
from wording import Lang, Words, explain, labels
from wording.explain.documents import unmet_document

_SHOWN_TALENT_MATCHES = 20


def arrival_document(
    arrival: Arrival, subjects: Collection[str], matches: Sequence[Match], lang: Lang
) -> dict[str, Any]:
    """The plans that took the facts in, and what they say of the subjects."""
    return {
        "plans": [
            {
                "pool_id": plan.pool_id,
                "version": plan.version,
                "status": plan.status.value,
                "score": plan.score,
                "changed": len(news.found.changes),
                "assignments": news.found.total,
                "because": [trigger.model_dump(mode="json") for trigger in news.because],
                "kinds": {kind.value: count for kind, count in news.found.counts},
                "summary": explain.summary(Words(lang), news.found, news.because),
            }
            for plan, news in zip(arrival.plans, arrival.news, strict=True)
        ],
        "lines": [
            {
                "line_id": line_id,
                "asked": hours_number(_served(plan, line_id) + (unmet.hours if unmet else 0)),
                "served": hours_number(_served(plan, line_id)),
                "matches": [match_document(m) for m in matches if m.live and m.line_id == line_id],
                "unmet": unmet_document(Words(lang), unmet) if unmet else None,
            }
            for plan, line_id, unmet in _lines(arrival, subjects)
        ],
        "matches": [
            match_document(m)
            for m in matches
            if m.match_id in subjects or (m.live and m.talent_id in subjects)
        ],
        "refused": [{"reason": x.reason, "detail": x.detail} for x in arrival.refused],
        "seconds": round(arrival.seconds, 3),
    }


def arrival_text(
    arrival: Arrival, subjects: Collection[str], matches: Sequence[Match], lang: Lang
) -> Iterator[str]:
    """The same in sentences."""
    for letter in arrival.refused:
        yield (
            f"✕ 受け入れられませんでした（{letter.reason}）：{letter.detail}"
            if lang == "ja"
            else f"✕ refused ({letter.reason}): {letter.detail}"
        )
    for plan, news in zip(arrival.plans, arrival.news, strict=True):
        moved = explain.summary(Words(lang), news.found, news.because)
        yield (
            f"配置計画 第{plan.version}版に反映しました（{arrival.seconds:.1f}秒）。{moved}"
            if lang == "ja"
            else f"Taken into plan version {plan.version} ({arrival.seconds:.1f} s). {moved}"
        )
    for plan, line_id, unmet in _lines(arrival, subjects):
        yield from _line_text(plan, line_id, unmet, matches, lang)
    own = [m for m in matches if m.match_id in subjects or (m.live and m.talent_id in subjects)]
    for match in own[:_SHOWN_TALENT_MATCHES]:
        yield f"  {match.line_id} ← {match.talent_id}  {_match_text(match, lang)}"
    if (rest := len(own) - _SHOWN_TALENT_MATCHES) > 0:
        yield f"  ほか{rest}件" if lang == "ja" else f"  and {rest} more"


def _line_text(
    plan: Plan, line_id: LineId, unmet: Unmet | None, matches: Sequence[Match], lang: Lang
) -> Iterator[str]:
    served = _served(plan, line_id)
    asked = served + (unmet.hours if unmet else 0)
    yield (
        f"  要請枠 {line_id}　充足／要請 {number(served)}／{number(asked)}時間"
        if lang == "ja"
        else f"  line {line_id}: served/asked {number(served)}/{number(asked)} h"
    )
    for match in matches:
        if match.live and match.line_id == line_id:
            yield f"    {match.talent_id}  {_match_text(match, lang)}"
    if unmet:
        word, hours = ("未充足", "時間") if lang == "ja" else ("unmet", " h")
        cause = labels.cause(unmet.cause, lang)
        yield f"    △{word} {number(unmet.hours)}{hours}: {cause}"
        yield f"      {enough_sentence(unmet, lang)}"


def _match_text(match: Match, lang: Lang) -> str:
    return f"{labels.state(match.state, lang)}  {by_month(match.hours, lang)}"


def _lines(
    arrival: Arrival, subjects: Collection[str]
) -> Iterator[tuple[Plan, LineId, Unmet | None]]:
    """Every line of the subjects that a plan says something about, in order."""
    for plan in arrival.plans:
        unmet = {u.line_id: u for u in plan.unmet}
        ids = dict.fromkeys(a.line_id for a in plan.assignments) | dict.fromkeys(unmet)
        for line_id in sorted(ids, key=_in_order):
            if line_id.rpartition("/")[0] in subjects:
                yield plan, line_id, unmet.get(line_id)


def _in_order(line_id: LineId) -> tuple[str, int]:
    request_id, _, line = line_id.rpartition("/")
    return request_id, int(line)


def _served(plan: Plan, line_id: LineId) -> int:
    return sum(a.total for a in plan.assignments if a.line_id == line_id)
