"""What a form says where somebody has changed the thing since it was opened."""

from models.accounts import AccountRole
from models.errors import Stale
from models.phrase import Phrase


def changed_since(stale: Stale) -> Phrase:
    """Who changed what meanwhile; by role, as ids tell people nothing."""
    params = stale.phrase.params
    why = params.get("why")
    facts = why.params if isinstance(why, Phrase) else params
    return Phrase.of(
        "web_changed_since", who=who_it_was(facts.get("actor")), what=facts.get("what", "")
    )


def who_it_was(actor: object) -> Phrase:
    """Whoever acted, by role."""
    role = str(actor or "").partition(":")[0]
    known = role in set(AccountRole)
    return Phrase.of(f"web_role_{role}") if known else Phrase.of("web_somebody_else")
