"""What an hour for a line would cost where it is used now: the price of the capacity that binds.

For each month in which no candidate has hours, or a place, for the line: the fewest points lost for
an hour given to it, if one piece of work is taken off one of them there: quarters above what a
line needs, a month of it, or all of somebody's work on it. The rest of the plan stays as it is.
This needs no solver, so that every plan has prices and anybody can check them by taking the work
off; the prices of a relaxation would say nothing of places, minimums and blocks.
"""

from collections.abc import Iterator

from matcher.explain.line_context import LineContext
from matcher.explain.removal_cost import Piece, RemovalCosts
from models.hours import PER_HOUR
from models.months import Month


def prices(context: LineContext, removal: RemovalCosts) -> dict[Month, int]:
    """Points per hour, rounded down, by month that binds; months without an offer left out.

    Ask while nothing is lifted: those on the line could give it more too.
    """
    on = context.roster.on[context.line_at]
    fit = [
        at for at in context.others if at in on or (context.room() > 0 and not context.static(at))
    ]
    found: dict[Month, int] = {}
    for month, left in enumerate(context.left):
        open_to = [
            at for at in fit if context.eligibility.open_months(context.line_at, at) >> month & 1
        ]
        mine = [_Hand(context, at, month) for at in open_to] if left else []
        if not mine or any(hand.gives(hand.free) and hand.comes for hand in mine):
            continue
        offers = [offer for hand in mine if (offer := hand.cheapest(removal)) is not None]
        if offers:
            cost, given = min(offers, key=lambda offer: (offer[0] / offer[1], offer[1]))
            found[context.numbered.months[month]] = cost * PER_HOUR // given
    return found


class _Hand:
    """A talent who might give the line hours, or more of them, in a month."""

    def __init__(self, context: LineContext, at: int, month: int) -> None:
        self._context, self._at, self._month = context, at, month
        hand = context.roster.on[context.line_at].get(at)
        self._is_there = hand is not None and hand.hours[month] > 0
        self.free = context.roster.free[at][month]
        self.free -= 0 if self._is_there else context.toll(at, month)
        #: Whether places and exclusive lines leave room as things are.
        self.comes = self._is_there or (
            context.has_place(at, month, context.numbered.at_once[at])
            and context.is_apart(at, month)
        )

    def gives(self, free: int) -> int:
        """Quarters for the line, with so many free."""
        given = min(self._context.left[self._month], free)
        return given if given >= (1 if self._is_there else self._context.least[self._month]) else 0

    def cheapest(self, removal: RemovalCosts) -> tuple[int, int] | None:
        """(points lost, quarters then given) of the cheapest piece to take off the talent."""
        best: tuple[int, int] | None = None
        for piece in removal.pieces(self._at, self._month):
            if piece.line == self._context.line_at:
                continue
            opens = self._is_there or self._opens(piece.line)
            for cost, more, leaves in self._ways(removal, piece):
                given = self.gives(self.free + more) if (opens if leaves else self.comes) else 0
                if given and (best is None or cost * best[1] < best[0] * given):
                    best = cost, given
        return best

    def _ways(self, removal: RemovalCosts, piece: Piece) -> Iterator[tuple[int, int, bool]]:
        """(points lost, quarters freed, whether the talent is gone from there in the month)."""
        context, month = self._context, self._month
        most = min(piece.spare, context.left[month] - self.free)
        fewest = max(1, (1 if self._is_there else context.least[month]) - self.free)
        # A quarter costs the same up to a bend: the cheapest hour is at one, or at an end.
        bends = (k for k in removal.bends(piece.line, self._at, month) if fewest < k < most)
        for some in {fewest, most, *bends} if fewest <= most else ():
            yield removal.given_up(piece.line, self._at, month, some), some, False
        if piece.may_pause:
            cost = removal.given_up(piece.line, self._at, month, piece.hours)
            yield cost, piece.hours + piece.way, True
        if piece.cost is not None:
            yield piece.cost, piece.hours + piece.way, True

    def _opens(self, line: int) -> bool:
        """Whether the talent may come in the month once they are gone from a line."""
        roster, numbered = self._context.roster, self._context.numbered
        places = dict(roster.at_places[self._at][self._month])
        place = numbered.place[line]
        places[place] -= 1
        if not places[place]:
            del places[place]
        if self._context.line.exclusive:
            return not places
        if roster.alone[self._at][self._month] - numbered.exclusive[line]:
            return False
        return len(places) < numbered.at_once[self._at] or (
            numbered.place[self._context.line_at] in places
        )
