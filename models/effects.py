"""An effect outside, such as a mail: what is known of it before it is brought about."""

from enum import StrEnum


class Effect(StrEnum):
    """What becomes of a claim on an effect."""

    OURS = "ours"  #: nobody has tried it: bring it about, then say how it ended
    ENDED = "ended"  #: it was sent, refused for good, or left in doubt: nothing is to be done
    IN_HAND = "in_hand"  #: somebody else claimed it a moment ago
    IN_DOUBT = "in_doubt"  #: who claimed it never said how it ended; ours now


class InDoubt(StrEnum):
    """What is done where a process ended between an effect and its note."""

    AGAIN = "again"  #: at least once: it may arrive twice (a webhook whose reader knows its key)
    LEAVE = "leave"  #: at most once: it may never arrive (a mail that nobody wants twice)
