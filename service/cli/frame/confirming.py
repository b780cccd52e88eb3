"""Whoever is about to lose something is asked first."""

import sys

import typer

from models.errors import Mistake
from service.cli.frame.call_options import CallOptions
from service.cli.frame.printing import err


def ask(call: CallOptions, what: str) -> None:
    """Go on only where the person says so. Raises Mistake where nobody can be asked."""
    if call.yes:
        return
    if not sys.stdin.isatty():
        raise Mistake("give_yes", what=what)
    err.print(what, markup=False, soft_wrap=True)
    if not typer.confirm(call.words("go_on"), err=True):
        raise Mistake("nothing_was_changed")
