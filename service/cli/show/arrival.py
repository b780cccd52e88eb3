"""What became of posted facts: lines served, hours unmet and why, matches of those concerned."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from application.exports.match_document import match_document, unmet_document
from application.queries.arrival import Arrival
from matcher.plan import Plan, Unmet
from models.hours import hours_number
from models.ids import LineId, line_number, request_of
from models.match import Match
from service.cli.show.unmet_table import enough_sentence
from wording import amounts, explain, labels
from wording.words import Words

_SHOWN_TALENT_MATCHES = 20


def arrival_document(
    arrival: Arrival, subjects: Collection[str], matches: Sequence[Match], words: Words
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
                "summary": explain.summary(words, news.found, news.because),
            }
            for plan, news in zip(arrival.plans, arrival.news, strict=True)
        ],
        "lines": [
            {
                "line_id": line_id,
                "asked": hours_number(_served(plan, line_id) + (unmet.hours if unmet else 0)),
                "served": hours_number(_served(plan, line_id)),
                "matches": [match_document(m) for m in matches if m.live and m.line_id == line_id],
                "unmet": unmet_document(words, unmet) if unmet else None,
            }
            for plan, line_id, unmet in _lines(arrival, subjects)
        ],
        "matches": [match_document(match) for match in _own(subjects, matches)],
        "refused": [{"reason": x.reason, "detail": words.say(x.why)} for x in arrival.refused],
        "seconds": round(arrival.seconds, 3),
    }


def arrival_text(
    arrival: Arrival, subjects: Collection[str], matches: Sequence[Match], words: Words
) -> Iterator[str]:
    """The same in sentences."""
    for letter in arrival.refused:
        yield words("posting_refused", reason=letter.reason, detail=letter.why)
    for plan, news in zip(arrival.plans, arrival.news, strict=True):
        summary = explain.summary(words, news.found, news.because)
        seconds = f"{arrival.seconds:.1f}"
        yield words("taken_into_plan", version=plan.version, seconds=seconds, summary=summary)
    for plan, line_id, unmet in _lines(arrival, subjects):
        yield from _line_text(plan, line_id, unmet, matches, words)
    own = _own(subjects, matches)
    for match in own[:_SHOWN_TALENT_MATCHES]:
        yield f"  {match.line_id} ← {match.talent_id}  {_match_text(match, words)}"
    if (rest := len(own) - _SHOWN_TALENT_MATCHES) > 0:
        yield f"  {words('more_rows', count=rest)}"


def _own(subjects: Collection[str], matches: Sequence[Match]) -> list[Match]:
    return [m for m in matches if m.match_id in subjects or (m.live and m.talent_id in subjects)]


def _line_text(
    plan: Plan, line_id: LineId, unmet: Unmet | None, matches: Sequence[Match], words: Words
) -> Iterator[str]:
    served = _served(plan, line_id)
    asked = served + (unmet.hours if unmet else 0)
    yield f"  {words('line_served_of_asked', line_id=line_id, served=served, asked=asked)}"
    for match in matches:
        if match.live and match.line_id == line_id:
            yield f"    {match.talent_id}  {_match_text(match, words)}"
    if unmet:
        yield f"    {words('line_unmet', hours=unmet.hours, cause=unmet.cause.value)}"
        yield f"      {enough_sentence(unmet, words)}"


def _match_text(match: Match, words: Words) -> str:
    state = labels.state(match.state, words.lang)
    return f"{state}  {amounts.by_month(words.reader, match.hours)}"


def _lines(
    arrival: Arrival, subjects: Collection[str]
) -> Iterator[tuple[Plan, LineId, Unmet | None]]:
    """Every line of the subjects that a plan says something about, in order."""
    for plan in arrival.plans:
        unmet = {u.line_id: u for u in plan.unmet}
        ids = dict.fromkeys(a.line_id for a in plan.assignments) | dict.fromkeys(unmet)
        for line_id in sorted(ids, key=lambda each: (request_of(each), line_number(each))):
            if request_of(line_id) in subjects:
                yield plan, line_id, unmet.get(line_id)


def _served(plan: Plan, line_id: LineId) -> int:
    return sum(a.total for a in plan.assignments if a.line_id == line_id)
