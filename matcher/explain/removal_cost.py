"""What it costs to take work off somebody, piece by piece: the price of hours that are in use."""

from collections.abc import Iterator
from dataclasses import dataclass

from matcher.eligibility.eligibility import least
from matcher.explain.eligibility_table import EligibilityTable
from matcher.explain.line_context import lifted
from matcher.roster.roster import Roster


@dataclass(frozen=True, slots=True)
class Piece:
    """Work of a talent on a line in one month, and what of it could be taken off."""

    line: int
    hours: int  #: quarters in the month
    spare: int  #: quarters that may go while the talent stays on the line in the month
    way: int  #: quarters on the way, free once the talent does not work there in the month
    may_pause: bool  #: the month as a whole may go
    cost: int | None  #: points lost if the talent left the line; None where they may not


class RemovalCosts:
    """The pieces of everybody's work in a plan, found as they are asked for."""

    def __init__(self, eligibility: EligibilityTable, roster: Roster) -> None:
        self._eligibility, self._roster = eligibility, roster
        self._costs: dict[tuple[int, int], int | None] = {}
        self._pieces: dict[tuple[int, int], list[Piece]] = {}

    def pieces(self, talent: int, month: int) -> list[Piece]:
        """What the talent does in the month, pins aside."""
        found = self._pieces.get((talent, month))
        if found is None:
            found = self._pieces[talent, month] = list(self._of(talent, month))
        return found

    def leaving(self, line: int, talent: int) -> int | None:
        """Points lost if the talent left the line, the rest as it is; None where they may not."""
        pair = line, talent
        if pair not in self._costs:
            roster = self._roster
            self._costs[pair] = None
            if self.may_leave(line, talent):
                before = roster.score
                with lifted(roster, line, [talent]):
                    self._costs[pair] = before - roster.score
        return self._costs[pair]

    def given_up(self, line: int, talent: int, month: int, quarters: int) -> int:
        """Points lost if a talent who stays on the line gives it so many quarters less."""
        roster, numbered = self._roster, self._roster.numbered
        hand = roster.on[line][talent]
        place = numbered.place[line]
        served, tier = roster.served_of_place[place], numbered.tier[place]
        lost = hand.pair.rate * quarters + roster.over_cost(talent, -quarters)
        in_tier = min(served, tier) - min(served - quarters, tier)
        lost += numbered.problem.weights.coverage * in_tier
        if hand.pair.kept:
            kept, hours = hand.pair.kept[month], hand.hours[month]
            lost += hand.pair.keep_rate * (min(hours, kept) - min(hours - quarters, kept))
        return lost

    def bends(self, line: int, talent: int, month: int) -> tuple[int, int, int]:
        """Quarters after which the next one costs more: fair share, hours seen, first tier."""
        roster, numbered = self._roster, self._roster.numbered
        hand, place = roster.on[line][talent], numbered.place[line]
        return (
            roster.load[talent] - numbered.fair[talent],
            hand.hours[month] - (hand.pair.kept[month] if hand.pair.kept else 0),
            roster.served_of_place[place] - numbered.tier[place],
        )

    def _of(self, talent: int, month: int) -> Iterator[Piece]:
        roster, numbered = self._roster, self._roster.numbered
        for line in self._eligibility.work[talent]:
            hand = roster.on[line].get(talent)
            if hand is None or not hand.hours[month] or numbered.is_pinned(line, talent):
                continue
            hours, asked = hand.hours[month], numbered.lines[line]
            slack = roster.total(line) - numbered.minimum[line]
            least_here = least(numbered.problem, asked, numbered.months[month])
            toll = self._eligibility.toll(line, talent)
            yield Piece(
                line=line,
                hours=hours,
                spare=max(0, min(hours - least_here, slack)),
                way=toll[month] if toll else 0,
                may_pause=slack >= hours and sum(hand.hours) > hours,
                cost=self.leaving(line, talent),
            )

    def may_leave(self, line: int, talent: int) -> bool:
        """Whether the plan stays valid without the talent on the line."""
        roster, numbered = self._roster, self._roster.numbered
        hands = roster.on[line]
        if numbered.is_pinned(line, talent):
            return False
        if len(hands) > 1:
            rest = roster.total(line) - sum(hands[talent].hours)
            return line in numbered.pinned or rest >= numbered.minimum[line]
        return not any(
            self._joined(carried)
            and not any(roster.on[pm] for pm in numbered.chained[carried] or () if pm != line)
            for carried in numbered.carried[line]
        )

    def _joined(self, line: int) -> bool:
        """Whether anybody unpinned works on the line."""
        numbered = self._roster.numbered
        return any(not numbered.is_pinned(line, at) for at in self._roster.on[line])
