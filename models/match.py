"""The life of a match: drafted, proposed, accepted by one side, confirmed; or ended."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Self

from pydantic import model_validator

from models.codes import CodeField, MunicipalityCode
from models.entities import Revision
from models.frozen import Frozen
from models.hours import Quarters
from models.ids import LineId, LineIdField, MatchIdField, PoolIdField, TalentIdField
from models.months import Month, MonthField
from models.terms import Terms
from models.unfit import Unfit


class Side(StrEnum):
    """Who answers for a match."""

    TALENT = "talent"
    MUNICIPALITY = "municipality"


class Verb(StrEnum):
    """What a person decided about a match."""

    RELEASE = "release"  #: coordinator: show the draft to both sides
    ACCEPT = "accept"  #: talent or municipality
    DECLINE = "decline"  #: talent or municipality, with a reason
    CANCEL = "cancel"  #: coordinator: end a match; the pair is not offered for this line again
    PIN = "pin"  #: coordinator: the solver may not move it
    UNPIN = "unpin"
    RETRACT = "retract"  #: talent or municipality: take an acceptance back; nobody is barred
    RECALL = "recall"  #: coordinator: a proposal nobody has answered is a draft again
    #: coordinator: agreed hours end from a month on; the pair is not offered from then on
    END = "end"
    RESUME = "resume"  #: coordinator: take that back
    UNBAR = "unbar"  #: coordinator: a declined or cancelled pair may be offered again


#: Verbs by which a side answers.
ANSWERS = frozenset({Verb.ACCEPT, Verb.DECLINE, Verb.RETRACT})
#: Verbs after which a pair is not offered as it was.
BARRING = frozenset({Verb.DECLINE, Verb.CANCEL, Verb.END})


class DeclineReason(StrEnum):
    """Why a match was declined; each has an exact effect on what is offered later."""

    THIS_LINE = "this_line"  #: never offer this pair again
    THIS_MUNICIPALITY = "this_municipality"  #: bar the talent at these municipalities
    HOURS = "hours"  #: bar the pair until the talent has more hours in the months of the match
    LATER = "later"  #: bar the pair for the named months


class MatchState(StrEnum):
    """状態 of a match."""

    DRAFTED = "drafted"  #: 下書き: the solver may change it freely
    PROPOSED = "proposed"  #: 提案中: both sides see it
    ACCEPTED_BY_TALENT = "accepted_by_talent"  #: 人材承諾
    ACCEPTED_BY_MUNICIPALITY = "accepted_by_municipality"  #: 市町村承諾
    CONFIRMED = "confirmed"  #: 双方承諾
    DECLINED = "declined"  #: 辞退
    WITHDRAWN = "withdrawn"  #: 取下げ: its request was withdrawn, or the plan took it back
    CANCELLED = "cancelled"  #: 取消: ended by the coordinator, or its talent left or fits no longer


#: States in which a match takes hours of its talent.
LIVE = frozenset(
    {
        MatchState.DRAFTED,
        MatchState.PROPOSED,
        MatchState.ACCEPTED_BY_TALENT,
        MatchState.ACCEPTED_BY_MUNICIPALITY,
        MatchState.CONFIRMED,
    }
)
#: States that pin a match: somebody has given their word.
AGREED = frozenset(
    {
        MatchState.ACCEPTED_BY_TALENT,
        MatchState.ACCEPTED_BY_MUNICIPALITY,
        MatchState.CONFIRMED,
    }
)

#: States in which the municipalities have accepted, every one of them.
_ALL_PLACES = frozenset({MatchState.ACCEPTED_BY_MUNICIPALITY, MatchState.CONFIRMED})


class Match(Frozen):
    """An assignment with a life."""

    pool_id: PoolIdField
    match_id: MatchIdField
    revision: Revision = 1
    line_id: LineIdField
    talent_id: TalentIdField
    hours: dict[MonthField, Quarters]
    state: MatchState = MatchState.DRAFTED
    fixed_by_hand: bool = False
    reason: str = "planned"  #: code of the last change
    terms: Terms | None = None  #: as they stand; none of a match older than they are
    agreed_terms: Terms | None = None  #: as they stood when the first side accepted
    #: of a joint request, where some have accepted and others have not answered yet
    accepted_by: tuple[CodeField, ...] = ()
    #: facts that speak against the match although somebody has given their word, as codes
    contradictions: tuple[str, ...] = ()
    ended_hours: dict[MonthField, Quarters] = {}  #: agreed once, then ended from a month on

    @property
    def pinned(self) -> bool:
        """固定: the solver may not move it."""
        return self.live and (self.fixed_by_hand or self.agreed)

    @property
    def agreed(self) -> bool:
        """Somebody has given their word: the talent, or one of the municipalities."""
        return self.state in AGREED or (self.live and bool(self.accepted_by))

    @property
    def places(self) -> tuple[MunicipalityCode, ...]:
        """The municipalities that have to accept."""
        return self.terms.municipalities if self.terms else ()

    @property
    def accepted_places(self) -> tuple[MunicipalityCode, ...]:
        """The municipalities that have accepted."""
        everybody = self.state in _ALL_PLACES
        return tuple(p for p in self.places if everybody or p in self.accepted_by)

    @property
    def asked_again(self) -> bool:
        """It was agreed, then its terms changed, and nobody has answered for them yet."""
        return self.live and self.agreed_terms is not None and not self.agreed

    @property
    def live(self) -> bool:
        """It takes hours of its talent."""
        return self.state in LIVE

    def becomes(
        self,
        state: MatchState,
        reason: str,
        *,
        hours: Mapping[Month, int] | None = None,
        **also: Any,
    ) -> "Match":
        """The next revision of this match; `also` are other fields with their new values."""
        after = self.model_copy(
            update={
                "revision": self.revision + 1,
                "state": state,
                "reason": reason,
                "hours": dict(self.hours if hours is None else hours),
                "fixed_by_hand": self.fixed_by_hand and state in LIVE,
            }
            | also
        )
        # Nothing contradicts what nobody has agreed to: the plan may change it.
        return after if after.pinned else after.model_copy(update={"contradictions": ()})

    def with_terms(self, terms: Terms) -> "Match":
        """The match under the terms that its request has now; itself where they say the same.

        Who has accepted is asked again where the terms call for it: nobody agreed to these.
        """
        if self.terms is None or not self.terms.differing(terms):
            return self
        if not self.terms.asks_again(terms):
            return self.becomes(self.state, "retitled", terms=terms)
        if not self.agreed:
            return self.becomes(self.state, "terms_changed", terms=terms)
        return self.becomes(MatchState.PROPOSED, "asked_again", terms=terms, accepted_by=())


class Decision(Frozen):
    """What a person decided about a match; complete, or it cannot exist."""

    pool_id: PoolIdField
    match_id: MatchIdField
    verb: Verb
    side: Side | None = None  #: who answers; needed by accept, decline and retract
    #: which one answers for itself, or which one the talent declines; none: all of the request
    municipality: CodeField | None = None
    reason: DeclineReason | None = None  #: needed by decline
    months: tuple[MonthField, ...] = ()  #: needed by the reason `later`
    since: MonthField | None = None  #: needed by end: the first month without hours
    seen_revision: Revision | None = None  #: of the match; refused where it has changed since

    @model_validator(mode="after")
    def _says_all_it_must(self) -> Self:
        if self.verb in ANSWERS and self.side is None:
            raise Unfit("decision_needs_side", verb=self.verb)
        if self.municipality and self.verb not in ANSWERS:
            raise Unfit("decision_of_all_municipalities", verb=self.verb)
        if (self.verb is Verb.DECLINE) != (self.reason is not None):
            raise Unfit("decline_needs_reason")
        if (self.verb is Verb.END) != (self.since is not None):
            raise Unfit("end_needs_month")
        if (self.reason is DeclineReason.LATER) != bool(self.months):
            raise Unfit("later_needs_months")
        return self


class Decline(Frozen):
    """A declined match, kept for its exact effect on what is offered later."""

    talent_id: TalentIdField
    line_id: LineIdField
    municipalities: tuple[CodeField, ...]  #: the one that was meant, or all of the request then
    reason: DeclineReason
    months: tuple[MonthField, ...] = ()  #: of the reason `later`
    since: MonthField | None = None  #: of an end: it bars from this month on
    hours: dict[MonthField, Quarters] = {}  #: of the match
    #: of the talent at that time, in the months of the match: capacity less overhead, in contract
    free: dict[MonthField, Quarters] = {}
    capacity: dict[MonthField, Quarters] = {}  #: of the talent at that time

    def bars(self, line: LineId, municipalities: Iterable[str]) -> bool:
        """Whether it keeps its talent from being offered a line of these municipalities."""
        if self.reason is DeclineReason.THIS_MUNICIPALITY:
            return not set(self.municipalities).isdisjoint(municipalities)
        return self.line_id == line
