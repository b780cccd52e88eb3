"""What a form says where somebody has changed the thing since it was opened."""

from models.accounts import AccountRole
from models.errors import Stale
from models.phrase import Phrase


def changed_since(stale: Stale) -> Phrase:
    """Who changed what meanwhile; by role, as ids tell people nothing."""
    params = stale.phrase.params
    why = params.get("why")
    facts = why.params if isinstance(why, Phrase) else params
    role = str(facts.get("actor") or "").partition(":")[0]
    known = role in set(AccountRole)
    who = Phrase.of(f"web_role_{role}") if known else Phrase.of("web_somebody_else")
    return Phrase.of("web_changed_since", who=who, what=facts.get("what", ""))
