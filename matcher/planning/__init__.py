"""The planning loop: a changed pool becomes an announced plan, and a better one in quiet.

flows: what to answer, and when. difference, triggers: what has changed, and because of what.
repair: the answer that touches only that. refining: better ones later. settle, changes, committing,
announce: from a plan to matches, a ledger and events.
"""
