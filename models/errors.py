"""Errors sorted by what happens next: drop it, wait, tell the person, or stop."""


class TalentPoolError(Exception):
    """Something in the talent pool went wrong."""

    def __init__(self, detail: str | None = None) -> None:
        super().__init__(detail or " ".join((self.__doc__ or "").split()))


class Rejected(TalentPoolError):
    """This message can never succeed: dead-letter it and move on."""


class Unreadable(Rejected):
    """The bytes are not the fact this topic promises."""


class Conflict(Rejected):
    """The same revision was stated before with other content."""


class Refused(Rejected):
    """The decision does not fit the state the match is in."""


class TryAgain(TalentPoolError):
    """The world was not ready: wait and try the same again."""


class Early(TalentPoolError):
    """The match that is decided about is not known yet: keep the decision until it is."""


class Stale(TalentPoolError):
    """The pool has moved on since this plan was begun: drop it, a newer one is due."""


class Mistake(TalentPoolError):
    """The person at the edge can mend this: say what, where and how."""


class Stuck(TalentPoolError):
    """Work was begun and neither ends nor says why: end the process, so that it is started anew."""
