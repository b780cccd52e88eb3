"""Errors sorted by what happens next: drop it, wait, tell the person, or stop."""

import re
from pathlib import Path
from traceback import extract_tb

from models.phrase import Param, Phrase

_LIBRARY = re.compile(r"[/\\](site-packages|lib[/\\]python[0-9.]+)[/\\]|^<")


class TalentPoolError(Exception):
    """Something in the talent pool went wrong: a code and its values, worded where it is shown."""

    def __init__(self, code: str | None = None, /, **params: Param) -> None:
        self.phrase = Phrase(code or " ".join((self.__doc__ or "").split()), params)
        super().__init__(str(self.phrase))


class Rejected(TalentPoolError):
    """This message can never succeed: dead-letter it and move on."""


class Unreadable(Rejected):
    """The bytes are not the fact this topic promises."""


class WrittenByNewer(Unreadable):
    """It holds a kind of thing that this version does not know: replay it after the upgrade."""


class Unstorable(Rejected):
    """The store has no place for a value of it."""


class TooLarge(Rejected):
    """The record is larger than the log takes."""


class Conflict(Rejected):
    """The same revision was stated before with other content."""


class Refused(Rejected):
    """The decision does not fit the state the match is in."""


class TryAgain(TalentPoolError):
    """The world was not ready: wait and try the same again."""


class Early(TalentPoolError):
    """The match that is decided about is not known yet: keep the decision until it is."""


class PlanOutdated(TalentPoolError):
    """The pool has moved on since this plan was begun: drop it, a newer one is due."""


class Mistake(TalentPoolError):
    """The person at the edge can mend this: say what, where and how."""


class Stale(Mistake):
    """Somebody has changed it since it was looked at: look again, then change it."""


class Absent(TalentPoolError):
    """Nothing there has this id."""


class PlanUnreadable(TalentPoolError):
    """The stored plan was made by another version of the program: it has to be planned anew."""


class Damaged(Mistake):
    """A file is no database, or no longer one."""


class Stuck(TalentPoolError):
    """Work was begun and neither ends nor says why: end the process, so that it is started anew."""


def kind_and_place(error: BaseException) -> str:
    """`ValueError build.py:140`: what may be logged and kept of an error of ours.

    What it says may quote anything, a name too.
    """
    frames = extract_tb(error.__traceback__)
    own = [frame for frame in frames if not _LIBRARY.search(frame.filename)] or frames
    at = f" {Path(own[-1].filename).name}:{own[-1].lineno}" if own else ""
    return f"{type(error).__name__}{at}"
