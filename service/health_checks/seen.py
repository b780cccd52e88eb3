"""What a check has seen, as phrases that every check shares."""

from models.phrase import Phrase

NOT_YET = Phrase.of("seen_not_yet")
FINE = Phrase.of("seen_fine")


def text(shown: str) -> Phrase:
    """An address, a version, a name: the same in every language."""
    return Phrase.of("seen", text=shown)


def number(count: int) -> Phrase:
    """How many there are."""
    return Phrase.of("seen_number", count=count)


def some(count: int, named: tuple[str, ...]) -> Phrase:
    """How many there are, and which."""
    return Phrase.of("seen_some", count=count, named=named) if named else number(count)
