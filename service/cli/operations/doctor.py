"""`doctor`: looks at everything the service stands on, and says how to mend what is wrong."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Group
from rich.text import Text

from application.queries.health import Finding
from models.errors import Mistake
from service.cli.app import err, out, run, settings
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import calls
from service.cli.frame.common_options import DATABASE, KAFKA
from service.cli.frame.printing import say_json
from service.cli.frame.text_columns import line, widths
from service.health import health
from service.office_time import office_clock
from wording import Words


@calls(DATABASE, KAFKA)
def doctor(
    call: CallOptions,
    *,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only", help="Checks whose English name begins so, such as lag; repeatable."
        ),
    ] = None,
) -> None:
    """Look at everything the service stands on; each ✕ says how to mend it. Exits 1 for any.

    設定・記録・処理の遅れ・計算・時計・空き容量を点検し、✕ には直し方を示します。

    Example: talentpool doctor
    """
    given = settings(call.database, call.kafka)
    with err.status(call.words("health_looking")):
        found = run(health(given, office_clock(given), tuple(only or ())))
    if not found:
        raise Mistake("no_such_check", names=tuple(only or ()))
    if call.as_json:
        say_json({"ok": _all_fine(found), "checks": [_document(each) for each in found]})
    else:
        out.print(_page(found, call.words))
    if not _all_fine(found):
        raise typer.Exit(1)


def _all_fine(found: Sequence[Finding]) -> bool:
    return all(each.fine for each in found)


def _page(found: Sequence[Finding], words: Words) -> Group:
    rows = [("✓" if f.fine else "✕", _name(f, words), words.say(f.detail)) for f in found]
    width = widths(rows)
    parts: list[Text] = []
    for finding, row in zip(found, rows, strict=True):
        parts.append(Text(line(row, width), style="" if finding.fine else "bold red"))
        if not finding.fine:
            parts.append(Text(f"   → {_mend(finding, words)}"))
    return Group(*parts)


def _name(finding: Finding, words: Words) -> str:
    return words(f"health_{finding.kind}", subject=finding.subject)


def _mend(finding: Finding, words: Words) -> str:
    return words(f"health_{finding.kind}_mend", subject=finding.subject)


def _document(finding: Finding) -> dict[str, object]:
    """In English whatever the language of the call: programs read it."""
    words = Words("en")
    return {
        "name": finding.name,
        "ok": finding.fine,
        "detail": words.say(finding.detail),
        "mend": "" if finding.fine else _mend(finding, words),
    }
