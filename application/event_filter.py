"""Which match events are shown: by `watch` and by the operators' pages alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from application.views.match_event import MatchEventView
from models.errors import Mistake
from models.match import MatchState
from wording import labels
from wording.match_reasons import REASONS


class Over(StrEnum):
    """What of an event a condition looks at."""

    KIND = "kind"  #: its state and its reason, as codes and in both languages
    POOL = "pool"
    ID = "id"  #: any id that it carries
    TALENT = "talent"
    REQUEST = "request"  #: also one of its lines
    MATCH = "match"
    CORRELATION = "correlation"


class How(StrEnum):
    """How a value is compared; letters large and small are the same."""

    CONTAINS = "contains"
    EQUALS = "equals"
    LACKS = "lacks"  #: does not contain


@dataclass(frozen=True, slots=True)
class Condition:
    """One line of a filter."""

    over: Over
    how: How
    value: str

    def lets(self, event: MatchEventView) -> bool:
        """Whether the event is shown by this condition alone."""
        wanted = self.value.casefold()
        texts = [text.casefold() for text in _TEXTS[self.over](event)]
        if self.how is How.EQUALS:
            return wanted in texts
        return any(wanted in text for text in texts) is (self.how is How.CONTAINS)


@dataclass(frozen=True, kw_only=True)
class EventFilter:
    """Nothing given shows all; of what is given, everything has to hold."""

    pool: str | None = None
    kinds: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()

    def __post_init__(self) -> None:
        """Raise Mistake where a kind is neither a state nor a reason."""
        known = {state.value for state in MatchState} | set(REASONS)
        if unknown := [each for each in self.kinds if each not in known]:
            raise Mistake("event_kind_unknown", kind=unknown[0], known=tuple(sorted(known)))

    def lets(self, event: MatchEventView) -> bool:
        """Whether the event is shown."""
        names = {event.match_id, event.line_id, event.request_id, event.talent_id}
        return (
            self.pool in (None, event.pool_id)
            and (not self.kinds or bool({event.state.value, event.reason} & set(self.kinds)))
            and (not self.ids or bool(names & set(self.ids)))
            and all(condition.lets(event) for condition in self.conditions)
        )


def _kinds(event: MatchEventView) -> tuple[str, ...]:
    state, reason = event.state.value, event.reason
    return (
        state,
        reason,
        *(labels.state(state, lang, mark=False) for lang in ("ja", "en")),
        *(labels.reason(reason, lang) for lang in ("ja", "en")),
    )


def _ids(event: MatchEventView) -> tuple[str, ...]:
    return (
        event.talent_id,
        event.line_id,
        event.request_id,
        event.match_id,
        str(event.correlation_id),
        str(event.event_id),
    )


_TEXTS: Mapping[Over, Callable[[MatchEventView], tuple[str, ...]]] = {
    Over.KIND: _kinds,
    Over.POOL: lambda event: (event.pool_id,),
    Over.ID: _ids,
    Over.TALENT: lambda event: (event.talent_id,),
    Over.REQUEST: lambda event: (event.request_id, event.line_id),
    Over.MATCH: lambda event: (event.match_id,),
    Over.CORRELATION: lambda event: (str(event.correlation_id),),
}
