"""The planning loop: a changed pool becomes an announced plan, and a better one in the background.

planner: what to answer, and when. triggers: what has changed, and because of what. refinement:
better answers later. settle_matches, changes, commit, match_events: from a plan to matches, a
ledger and events.
"""
