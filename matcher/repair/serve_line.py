"""Greedy service of one line, its people taken off first where that is worth more."""

from matcher.roster.best_insertion import best_insertion
from matcher.roster.roster import Roster


def serve_line(roster: Roster, line: int) -> None:
    """Put on the line who adds most points; nobody where nobody adds any."""
    while (offer := best_insertion(roster, line)) and offer.points > 0:
        roster.take(offer)


def serve_anew(roster: Roster, line: int) -> None:
    """Serve the line, also by taking its people off first, where that is worth more."""
    serve_line(roster, line)
    numbered = roster.numbered
    mine = [at for at in roster.on[line] if not numbered.is_pinned(line, at)]
    if not mine or not any(roster.left[line]) or _carries(roster, line):
        return
    before = roster.score
    hours = {talent: roster.drop(line, talent) for talent in sorted(mine)}
    serve_line(roster, line)
    if roster.score <= before:
        for talent in list(roster.on[line]):
            if not numbered.is_pinned(line, talent):
                roster.drop(line, talent)
        for talent, row in hours.items():
            roster.put(line, talent, row)


def _carries(roster: Roster, line: int) -> bool:
    """Whether engineers stand on this line alone: it must not end empty."""
    return any(
        roster.on[carried] and not any(roster.on[pm] for pm in chain if pm != line)
        for carried in roster.numbered.carried[line]
        if (chain := roster.numbered.chained[carried])
    )
