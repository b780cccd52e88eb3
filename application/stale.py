"""What was changed since somebody looked, where both are at hand: what a refusal adds."""

from models.changes import changed
from models.entities import Request, Talent
from models.errors import Stale


def with_changes(stale: Stale, seen: Request | Talent, now: Request | Talent) -> Stale:
    """The refusal with what was changed from the revision that was seen to the present one."""
    told = tuple(each.phrase for each in changed(seen, now))
    facts = {name: stale.phrase.params.get(name) for name in ("subject", "seen", "now", "actor")}
    return Stale("stale_from_to", why=stale.phrase, changes=told, **facts) if told else stale
