"""`doctor`: looks at everything the service stands on, and says how to mend what is wrong."""

from typing import Annotated

import typer
from rich.console import Group
from rich.text import Text

from models.errors import Mistake
from service.cli.app import DatabaseOption, JsonOption, KafkaOption, LangOption, err, out
from service.cli.app import run as run_async
from service.cli.app import settings as read_settings
from service.cli.frame.printing import say_json
from service.cli.frame.text_columns import line, widths
from service.health import Finding, checkup
from service.wiring import office_clock


def doctor(
    *,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only", help="Checks whose English name begins so, such as lag; repeatable."
        ),
    ] = None,
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Look at everything the service stands on; each ✕ says how to mend it. Exits 1 for any.

    設定・記録・処理の遅れ・計算・時計・空き容量を点検し、✕ には直し方を示します。

    Example: talentpool doctor
    """
    settings = read_settings(database, kafka)
    with err.status("点検しています…" if lang == "ja" else "looking…"):
        found = run_async(checkup(settings, office_clock(settings), tuple(only or ())))
    if not found:
        raise Mistake(
            f"--only {'、'.join(only or ())} に当たる点検はありません。talentpool doctor --json に"
            "名前があります / no check begins so; `talentpool doctor --json` lists the names"
        )
    fine = all(finding.fine for finding in found)
    if json_:
        checks = [_document(finding) for finding in found]
        say_json({"ok": fine, "checks": checks})
    else:
        rows = [
            ("✓" if f.fine else "✕", f.name_en if lang == "en" else f.name_ja, f.detail)
            for f in found
        ]
        width = widths(rows)
        parts: list[Text] = []
        for finding, row in zip(found, rows, strict=True):
            parts.append(Text(line(row, width), style="" if finding.fine else "bold red"))
            if not finding.fine:
                parts.append(Text(f"   → {finding.mend_en if lang == 'en' else finding.mend_ja}"))
        out.print(Group(*parts))
    if not fine:
        raise typer.Exit(1)


def _document(finding: Finding) -> dict[str, object]:
    return {
        "name": finding.name_en,
        "ok": finding.fine,
        "detail": finding.detail,
        "mend": "" if finding.fine else finding.mend_en,
    }
