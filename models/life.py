"""The life of a match: drafted, proposed, accepted by one side, confirmed; or ended.

`decide` is the only place where a person's decision changes a match; what a plan changes, the
matcher says. It is pure: the same match and the same decision always give the same match.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from models.codes import CodeField
from models.entities import Revision
from models.errors import Refused
from models.frozen import Frozen
from models.hours import Quarters
from models.ids import LineIdField, MatchIdField, PoolIdField, TalentIdField
from models.months import Month, MonthField


class Side(StrEnum):
    """Who answers for a match."""

    TALENT = "talent"
    MUNICIPALITY = "municipality"


class Verb(StrEnum):
    """What a person decided about a match."""

    RELEASE = "release"  #: coordinator: show the draft to both sides
    ACCEPT = "accept"  #: talent or municipality
    DECLINE = "decline"  #: talent or municipality, with a reason
    #: coordinator: end a live match; the pair is not offered for this line again
    CANCEL = "cancel"  #: coordinator: end a match; the pair is not offered for this line again
    PIN = "pin"  #: coordinator: the solver may not move it
    UNPIN = "unpin"


#: Verbs after which a pair is not offered as it was.
BARRING = frozenset({Verb.DECLINE, Verb.CANCEL})


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

_ACCEPTS: dict[tuple[MatchState, Side], MatchState] = {
    (MatchState.PROPOSED, Side.TALENT): MatchState.ACCEPTED_BY_TALENT,
    (MatchState.PROPOSED, Side.MUNICIPALITY): MatchState.ACCEPTED_BY_MUNICIPALITY,
    (MatchState.ACCEPTED_BY_TALENT, Side.MUNICIPALITY): MatchState.CONFIRMED,
    (MatchState.ACCEPTED_BY_MUNICIPALITY, Side.TALENT): MatchState.CONFIRMED,
}


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

    @property
    def pinned(self) -> bool:
        """固定: the solver may not move it."""
        return self.live and (self.fixed_by_hand or self.state in AGREED)

    @property
    def live(self) -> bool:
        """It takes hours of its talent."""
        return self.state in LIVE

    def becomes(
        self, state: MatchState, reason: str, *, hours: Mapping[Month, int] | None = None
    ) -> "Match":
        """The next revision of this match."""
        return self.model_copy(
            update={
                "revision": self.revision + 1,
                "state": state,
                "reason": reason,
                "hours": dict(self.hours if hours is None else hours),
                "fixed_by_hand": self.fixed_by_hand and state in LIVE,
            }
        )


class Decision(Frozen):
    """What a person decided about a match; complete, or it cannot exist."""

    pool_id: PoolIdField
    match_id: MatchIdField
    verb: Verb
    side: Side | None = None  #: who answers; needed by accept and decline
    reason: DeclineReason | None = None  #: needed by decline
    months: tuple[MonthField, ...] = ()  #: needed by the reason `later`
    seen_revision: Revision | None = None  #: of the match; refused where it has changed since

    @model_validator(mode="after")
    def _says_all_it_must(self) -> Self:
        if self.verb in (Verb.ACCEPT, Verb.DECLINE) and self.side is None:
            raise ValueError(f"{self.verb} needs the side that answers")
        if (self.verb is Verb.DECLINE) != (self.reason is not None):
            raise ValueError("a decline needs a reason, and only a decline has one")
        if (self.reason is DeclineReason.LATER) != bool(self.months):
            raise ValueError("the reason `later` needs months, and only `later` has them")
        return self


class Decline(Frozen):
    """A declined match, kept for its exact effect on what is offered later."""

    talent_id: TalentIdField
    line_id: LineIdField
    municipalities: tuple[CodeField, ...]  #: of the request at that time
    reason: DeclineReason
    months: tuple[MonthField, ...] = ()  #: of the reason `later`
    hours: dict[MonthField, Quarters] = {}  #: of the match
    #: of the talent at that time, in the months of the match: capacity less overhead, in contract
    free: dict[MonthField, Quarters] = {}
    capacity: dict[MonthField, Quarters] = {}  #: of the talent at that time


def decide(match: Match, decision: Decision) -> Match:
    """The match after a person's decision.

    Raises Refused, with the state the match is in, where the decision does not fit it.
    """

    def refused(why: str) -> Refused:
        return Refused(f"{decision.verb} of match {match.match_id}: {why}")

    if not match.live:
        raise refused(f"it is {match.state}, which is final")
    if decision.seen_revision not in (None, match.revision):
        raise refused(
            f"it changed since it was seen (revision {decision.seen_revision}, now "
            f"{match.revision}); look again and decide"
        )
    match decision.verb:
        case Verb.RELEASE:
            if match.state is not MatchState.DRAFTED:
                raise refused(f"it is {match.state}; only a draft is released")
            return match.becomes(MatchState.PROPOSED, "released")
        case Verb.ACCEPT:
            assert decision.side is not None
            state = _ACCEPTS.get((match.state, decision.side))
            if state is None:
                raise refused(f"it is {match.state}; {decision.side} has nothing to accept")
            return match.becomes(state, f"accepted_by_{decision.side}")
        case Verb.DECLINE:
            if match.state is MatchState.DRAFTED:
                raise refused("it is drafted; it has not been shown to anybody yet")
            if match.state is MatchState.CONFIRMED:
                raise refused("it is confirmed; the coordinator can cancel it")
            return match.becomes(MatchState.DECLINED, f"declined_{decision.reason}")
        case Verb.CANCEL:
            return match.becomes(MatchState.CANCELLED, "cancelled_by_coordinator")
        case Verb.PIN:
            if match.fixed_by_hand:
                raise refused("it is fixed already")
            return match.becomes(match.state, "pinned").model_copy(update={"fixed_by_hand": True})
        case Verb.UNPIN:
            if not match.fixed_by_hand:
                raise refused("it is not fixed by hand")
            return match.becomes(match.state, "unpinned").model_copy(
                update={"fixed_by_hand": False}
            )
