"""The rows that a batch touches: as loaded, then as its facts left them. No SQL here."""

from dataclasses import dataclass, field
from uuid import UUID

from infra.store.revisions import of_match
from models.envelope import Envelope
from models.ids import MatchId, PoolId
from models.match import Decline, Match, MatchState
from models.months import Month
from models.pool_settings import PoolSettings
from models.revision_claims import Kind
from models.revisions import RevisionMade
from models.worked_hours import Worked

Key = tuple[PoolId, str]


@dataclass(slots=True)
class Pool:
    """A pool; `last` is the envelope of the last fact of this batch that changed it."""

    version: int
    settings: PoolSettings
    settings_revision: int
    month: Month | None = None  #: the months before it are over, and recorded
    last: Envelope | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The newest revision of a request or a talent, and the fact that stated it."""

    revision: int
    status: str
    content: str
    event_id: UUID
    correlation_id: UUID
    changed_version: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A match went on to its next revision, because of a fact."""

    before: Match
    after: Match
    cause: Envelope
    decided: bool = False  #: by a person, and not by what the match stood on
    declined: Decline | None = None  #: what is not offered again


def _changed_terms(moved: Moved) -> tuple[str, ...]:
    before, after = moved.before.terms, moved.after.terms
    return before.differing(after) if before and after else ()


@dataclass(slots=True)
class State:
    """Everything the facts of a batch can ask about or change."""

    pools: dict[PoolId, Pool]
    requests: dict[Key, Stated] = field(default_factory=dict)
    talents: dict[Key, Stated] = field(default_factory=dict)
    matches: dict[MatchId, Match] = field(default_factory=dict)
    #: of the requests that the batch states, by pool and the match that was declined
    standing_declines: dict[tuple[PoolId, MatchId], Decline] = field(default_factory=dict)
    #: who made the revisions of what the batch speaks of, oldest first
    history: dict[tuple[Kind, PoolId, str], list[RevisionMade]] = field(default_factory=dict)
    # What the batch changed of them:
    revisions: list[RevisionMade] = field(default_factory=list)
    new_requests: set[Key] = field(default_factory=set)
    new_talents: set[Key] = field(default_factory=set)
    moved: list[Moved] = field(default_factory=list)
    lifted: set[MatchId] = field(default_factory=set)  #: of declines that bar nobody any more
    worked: list[Worked] = field(default_factory=list)
    turned: set[PoolId] = field(default_factory=set)

    def live(self, pool_id: PoolId) -> list[Match]:
        """The pool's matches that take hours of somebody."""
        return [m for m in self.matches.values() if m.pool_id == pool_id and m.live]

    @property
    def declines(self) -> list[tuple[Match, Decline]]:
        """The declines of this batch, with the matches that were declined."""
        return [(each.after, each.declined) for each in self.moved if each.declined]

    def note(self, made: RevisionMade) -> None:
        """A thing has come to a revision."""
        self.revisions.append(made)
        self.history.setdefault((made.kind, made.pool_id, made.subject), []).append(made)

    def made(self, kind: Kind, pool_id: PoolId, subject: str) -> list[RevisionMade]:
        """Who made the revisions of a thing, as far as that is known."""
        return self.history.get((kind, pool_id, subject), [])

    def move(self, moved: Moved) -> None:
        """A match has a new revision."""
        self.note(of_match(moved.after, moved.cause, changed=_changed_terms(moved)))
        self.matches[moved.after.match_id] = moved.after
        self.moved.append(moved)

    def end(self, match: Match, state: MatchState, reason: str, cause: Envelope) -> None:
        """A match ends because what it stood on is gone."""
        self.move(Moved(match, match.becomes(state, reason), cause))
