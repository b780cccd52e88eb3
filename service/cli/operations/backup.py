"""`backup` and `restore`: the store in one file, and everything acknowledged back from it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from application.commands.restore import Restored
from models.errors import Mistake
from models.put_aside import Aside
from producers.whole_file import may_write, not_written
from service.cli.app import err, out, run, settings
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import calls
from service.cli.frame.common_options import DATABASE, FORCE, KAFKA, YES
from service.cli.frame.confirming import ask
from service.cli.frame.printing import say_json
from service.restore import backup as backed_up
from service.restore import restore as restored
from wording import Words

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")]
#: So many talents without a name are named.
_NAMED = 10


@calls(FORCE, DATABASE)
def backup(call: CallOptions, *, file: FileArgument) -> None:
    """Write the whole store to one file, also while the service runs. The file holds names: it is
    readable by its owner alone.

    保存先の全体を1つのファイルに控えます。サービスを動かしたままで構いません。氏名も入るので、
    本人だけが読めるファイルになります。SQLite でも PostgreSQL でも同じ形式です。

    Example: talentpool backup /srv/backup/talentpool-2026-12-01.db
    """
    may_write(file, force=call.force)
    if file.exists() and not file.is_file():
        # It is put in place by its name, which would take a device or a pipe away.
        raise Mistake("backup_to_no_file", file=str(file))
    try:
        run(backed_up(settings(call.database), file))
    except OSError as error:
        raise not_written(file, error) from None
    size = file.stat().st_size
    if call.as_json:
        say_json({"file": str(file), "bytes": size})
    else:
        said = call.words("backed_up", file=str(file), size=size)
        out.print(said, markup=False, soft_wrap=True)


@calls(YES, DATABASE, KAFKA)
def restore(call: CallOptions, *, file: FileArgument) -> None:
    """Put a backup in the place of the store, and take the log again from its beginning: facts,
    matches and decisions that came after the backup are there again. Stop the service first.

    控えから復元します。控えの後に受け付けた事実・マッチ・決定は、イベントログからすべて戻します。
    先にサービスを止めてください。

    Example: talentpool restore /srv/backup/talentpool-2026-12-01.db --yes
    """
    given = settings(call.database, call.kafka, log_level="warning")
    ask(call, call.words("restore_ask", file=str(file)))
    with err.status(call.words("restoring")):
        done = run(restored(given, file))
    if call.as_json:
        say_json(_document(done))
        return
    for line in _lines(file, done, call.words):
        out.print(line, markup=False, soft_wrap=True)


def _document(done: Restored) -> dict[str, object]:
    return {
        "applied": done.applied,
        "confirmed": done.confirmed,
        "waiting_decisions": done.waiting,
        "talents_without_name": len(done.nameless),
        "without_name": [{"pool_id": p, "talent_id": t} for p, t in done.nameless],
        "aside": str(done.aside.file) if done.aside else None,
        "aside_because": done.aside.why if done.aside else None,
    }


def _lines(file: Path, done: Restored, words: Words) -> Iterator[str]:
    yield words("restored", file=str(file), confirmed=done.confirmed)
    yield words("restored_facts", applied=done.applied)
    if done.waiting:
        yield words("restored_waiting", waiting=done.waiting)
    if done.nameless:
        yield _without_name(done, words)
    if done.aside:
        yield _put_aside(done.aside, words)
    yield words("restored_start_again")


def _without_name(done: Restored, words: Words) -> str:
    named = tuple(f"{talent_id} --pool {pool_id}" for pool_id, talent_id in done.nameless)
    more = len(named) - _NAMED
    shown = words.shown("", named[:_NAMED])
    if more > 0:
        shown = words("restored_named_and_more", named=shown, more=more)
    return words("restored_without_name", count=len(named), named=shown)


def _put_aside(aside: Aside, words: Words) -> str:
    code = "restored_unreadable_aside" if aside.why == "unreadable" else "restored_other_aside"
    return words(code, file=str(aside.file))
