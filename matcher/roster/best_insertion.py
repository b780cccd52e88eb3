"""The best insertion into a line: one or two talents, the rest of the plan left as it is."""

from collections.abc import Sequence
from operator import add

from matcher.roster.indexed_problem import IndexedPair
from matcher.roster.insertion import Insertion
from matcher.roster.pair_insertion import split
from matcher.roster.roster import Roster
from matcher.roster.single_insertion import single
from models.ids import LineId, TalentId

#: Twos are sought among so many: all of a pool of today, the best of a large one.
SHORT_LIST = 24

#: Points of somebody alone, what they would give, and who they are.
_Alone = tuple[int, Insertion, IndexedPair]


def best_insertion(
    roster: Roster, line: int, prices: Sequence[int] | None = None
) -> Insertion | None:
    """The insertion of one or two eligible talents that adds most points; None where none fits.

    `prices` (points per quarter, by talent) are taken off before comparing, not off the points.
    """
    places = roster.open_places(line)
    if places <= 0 or not any(roster.left[line]):
        return None
    on = roster.on[line]
    need = roster.need_of(line)
    # Where nobody may join them, who gives less than the line needs is no help.
    fewest = need if places < 2 else 1
    alone: list[_Alone] = []
    found, found_worth = None, 0
    for pair in roster.numbered.candidates(line):
        if pair.talent in on:
            continue
        offer = single(roster, line, pair, fewest)
        if offer is None:
            continue
        price = prices[pair.talent] if prices else 0
        worth = offer.points - price * offer.quarters
        # Prices belong to the choice of one; two are compared by their points.
        alone.append((offer.points, offer, pair))
        if offer.quarters >= need and (found is None or worth > found_worth):
            found, found_worth = offer, worth
    if places < 2 or len(alone) < 2:
        return found
    return _best_two(roster, line, alone, found)


def insertion(roster: Roster, line_id: LineId, talents: Sequence[TalentId]) -> Insertion | None:
    """The most points these one or two talents add to the line; None where they cannot."""
    numbered = roster.numbered
    line = numbered.line_at[line_id]
    fit = {p.talent: p for p in numbered.candidates(line) if p.talent not in roster.on[line]}
    pairs = [fit[at] for t in talents if (at := numbered.talent_at[t]) in fit]
    if len(pairs) < len(talents) or roster.open_places(line) < len(talents):
        return None
    return single(roster, line, pairs[0]) if len(pairs) == 1 else split(roster, line, *pairs)


def _best_two(
    roster: Roster, line: int, alone: list[_Alone], found: Insertion | None
) -> Insertion | None:
    """The best of `found` and of all twos, leaving out twos that cannot be better."""
    alone.sort(key=lambda item: (-item[0], item[2].talent))
    del alone[SHORT_LIST:]
    left, need, start = roster.left[line], roster.need_of(line), roster.start_points(line)
    most = [pair.bonus + pair.keep_rate * sum(pair.kept) for _, _, pair in alone]
    for at, (points, of_one, one) in enumerate(alone):
        for then in range(at + 1, len(alone)):
            other_points, of_two, two = alone[then]
            if found and points + other_points <= found.points:
                break  # the others are worth still less
            # In no month more than is left, nor more than each could give alone.
            both = sum(map(min, left, map(add, of_one.shares[0][1], of_two.shares[0][1])))
            if both < need:
                continue
            if found:
                # The dearer one first.
                first = (of_one if one.rate >= two.rate else of_two).quarters
                reach = max(one.rate, two.rate) * first + min(one.rate, two.rate) * (both - first)
                full = roster.tier_points(line, both) + start
                if reach + full + most[at] + most[then] <= found.points:
                    continue
            offer = split(roster, line, one, two)
            if offer and (found is None or offer.points > found.points):
                found = offer
    return found
