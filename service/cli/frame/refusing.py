"""How an error reaches a person: its words on stderr, and an exit code that programs tell apart."""

from typing import NoReturn

import typer

from models.errors import Mistake, Stale, Stuck, TalentPoolError, TryAgain
from models.phrase import Param
from service import exit_codes
from service.cli.frame.call_options import CallOptions
from service.cli.frame.printing import err, say_json

#: What a script can do about it: mend the call, try again later, look why nothing goes on.
_CODES = {
    Stale: exit_codes.STALE,
    Mistake: exit_codes.MISTAKE,
    TryAgain: exit_codes.AWAY,
    Stuck: exit_codes.STUCK,
}


def refuse(error: TalentPoolError, call: CallOptions) -> NoReturn:
    """Say what is wrong and how to mend it, in the language of the call, and end."""
    err.print(f"✕ {text(error, call)}", markup=False, soft_wrap=True)
    if isinstance(error, Stale) and call.as_json:
        # A program is told apart from mistakes what it can mend by looking again.
        facts = {name: value for name, value in error.phrase.params.items() if _plain(value)}
        say_json({"error": {"code": "stale", **facts, "message": text(error, call)}})
    raise typer.Exit(_exit_code(error))


def text(error: TalentPoolError, call: CallOptions) -> str:
    """What an error says; of what is away or stuck also what that means."""
    said = call.words.say(error)
    match error:
        case TryAgain():
            return call.words("away_try_again", why=said)
        case Stuck():
            return call.words("stuck", why=said)
        case _:
            return said


def _exit_code(error: TalentPoolError) -> int:
    """1 where no other one is said."""
    codes = (code for kind, code in _CODES.items() if isinstance(error, kind))
    return next(codes, exit_codes.NOT_FINE)


def _plain(value: Param) -> bool:
    return value is None or isinstance(value, str | int)
