"""What waits for a coordinator: answers, declines, renewals, lines that nobody serves."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from application.views.agreement import is_asked
from application.views.line_names import LineName, name_of
from matcher.plan import Plan, Unmet
from models.entities import Talent, TalentStatus
from models.ids import LineId, MatchId, RequestId, TalentId
from models.match import Decline, Match, MatchState
from models.months import Month, plus, year_end

#: Days after which an answer is overdue, and for which a decline is news.
ANSWER_DAYS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDue:
    """A match that awaits the municipality's answer, which the coordinator records."""

    match: Match
    name: LineName
    since: date
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerOverdue:
    """A proposal that the talent has not answered in time."""

    match: Match
    name: LineName
    since: date
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """A decline of these days, after which hours of the line are unmet."""

    match_id: MatchId
    decline: Decline
    name: LineName
    unmet: Unmet
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unserved:
    """A request with lines that nobody serves: its first, and what would be enough for that."""

    name: LineName
    unmet: Unmet
    hours: int  #: quarters of all its lines that nobody serves
    lines: int  #: how many these are
    due: date | None  #: the first of the month in which its hours begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """A talent whose contract ends with this fiscal year."""

    talent_id: TalentId
    until: Month
    due: date  #: its last day


ToDo = AnswerDue | AnswerOverdue | Declined | Unserved | Renewal


def to_dos(
    plan: Plan | None,
    names: Mapping[LineId, LineName],
    matches: Sequence[Match],
    declines: Iterable[tuple[MatchId, Decline]],
    talents: Iterable[Talent],
    *,
    since: Mapping[str, datetime],
    today: date,
) -> tuple[ToDo, ...]:
    """Everything that waits, the most urgent first; what has no day, last."""
    declined = tuple(_declined(plan, names, declines, since, today))
    told = {each.name.line_id for each in declined}
    found = [
        *_answers(names, matches, since, today),
        *declined,
        *_unserved(plan, names, told),
        *_renewals(talents, today),
    ]
    return tuple(sorted(found, key=lambda each: (each.due is None, each.due or today)))


def _answers(
    names: Mapping[LineId, LineName],
    matches: Iterable[Match],
    since: Mapping[str, datetime],
    today: date,
) -> Iterator[ToDo]:
    for match in matches:
        if not is_asked(match) or match.match_id not in since:
            continue
        asked = since[match.match_id].date()
        due = asked + timedelta(days=ANSWER_DAYS)
        name = name_of(match.line_id, names)
        if match.state is MatchState.ACCEPTED_BY_TALENT:
            yield AnswerDue(match=match, name=name, since=asked, due=due)
        elif match.state in _AWAIT_TALENT and due < today:
            yield AnswerOverdue(match=match, name=name, since=asked, due=due)


_AWAIT_TALENT = (MatchState.PROPOSED, MatchState.ACCEPTED_BY_MUNICIPALITY)


def _declined(
    plan: Plan | None,
    names: Mapping[LineId, LineName],
    declines: Iterable[tuple[MatchId, Decline]],
    since: Mapping[str, datetime],
    today: date,
) -> Iterator[Declined]:
    unmet = {each.line_id: each for each in plan.unmet} if plan else {}
    news = today - timedelta(days=ANSWER_DAYS)
    for match_id, decline in declines:
        recent = match_id in since and since[match_id].date() >= news
        if recent and decline.line_id in unmet:
            yield Declined(
                match_id=match_id,
                decline=decline,
                name=name_of(decline.line_id, names),
                unmet=unmet[decline.line_id],
                due=_begins(unmet[decline.line_id]),
            )


def _unserved(
    plan: Plan | None, names: Mapping[LineId, LineName], told: Container[LineId]
) -> Iterator[Unserved]:
    of_request: dict[RequestId, list[Unmet]] = {}
    for each in plan.unmet if plan else ():
        if each.hours == each.asked and each.line_id not in told:
            of_request.setdefault(each.request_id, []).append(each)
    for lines in of_request.values():
        # The first to begin; of those, one that a known change would serve.
        first = min(lines, key=lambda each: (min(each.by_month), not each.enough, each.line))
        yield Unserved(
            name=name_of(first.line_id, names),
            unmet=first,
            hours=sum(each.hours for each in lines),
            lines=len(lines),
            due=_begins(first),
        )


def _renewals(talents: Iterable[Talent], today: date) -> Iterator[Renewal]:
    last = year_end(Month(f"{today:%Y-%m}"))
    for talent in talents:
        if talent.status is TalentStatus.ACTIVE and talent.last_month == last:
            yield Renewal(talent_id=talent.talent_id, until=last, due=_last_day(last))


def _begins(unmet: Unmet) -> date | None:
    first = min(unmet.by_month, default=None)
    return date.fromisoformat(f"{first}-01") if first else None


def _last_day(month: Month) -> date:
    return date.fromisoformat(f"{plus(month, 1)}-01") - timedelta(days=1)
