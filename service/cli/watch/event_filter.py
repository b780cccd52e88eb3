"""Which match events are shown."""

from dataclasses import dataclass

from models.errors import Mistake
from models.facts import MatchChanged
from models.ids import request_of
from models.match import MatchState
from wording.match_reasons import REASONS


@dataclass(frozen=True, kw_only=True)
class Filter:
    """Nothing given shows all."""

    pool: str | None = None
    kinds: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raise Mistake where a kind is neither a state nor a reason."""
        known = {state.value for state in MatchState} | set(REASONS)
        if unknown := [each for each in self.kinds if each not in known]:
            raise Mistake("event_kind_unknown", kind=unknown[0], known=tuple(sorted(known)))

    def lets(self, fact: MatchChanged) -> bool:
        """Whether the event is shown."""
        names = {fact.match_id, fact.line_id, request_of(fact.line_id), fact.talent_id}
        return (
            self.pool in (None, fact.pool_id)
            and (not self.kinds or bool({fact.state.value, fact.reason} & set(self.kinds)))
            and (not self.ids or bool(names & set(self.ids)))
        )
