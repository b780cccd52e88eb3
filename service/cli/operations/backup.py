"""`backup` and `restore`: the store in one file, and everything acknowledged back from it."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from infra.embedded.file_replacement import Aside
from models.errors import Mistake
from producers.whole_file import may_write, not_written
from service.cli.app import DatabaseOption, JsonOption, KafkaOption, Lang, LangOption, err, out
from service.cli.app import run as run_async
from service.cli.app import settings as read_settings
from service.cli.frame.printing import say_json
from service.cli.frame.write_session import ForceOption
from service.restore import Restored
from service.restore import backup as backed_up
from service.restore import restore as restored

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")]
#: So many talents without a name are named.
_NAMED = 10

YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask first; for scripts.")]


def backup(
    file: FileArgument,
    *,
    force: ForceOption = False,
    database: DatabaseOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Write the whole store to one file, also while the service runs. The file holds names: it is
    readable by its owner alone.

    保存先の全体を1つのファイルに控えます。サービスを動かしたままで構いません。氏名も入るので、
    本人だけが読めるファイルになります。SQLite でも PostgreSQL でも同じ形式です。

    Example: talentpool backup /srv/backup/talentpool-2026-12-01.db
    """
    may_write(file, force=force)
    if file.exists() and not file.is_file():
        # It is put in place by its name, which would take a device or a pipe away.
        raise Mistake(
            f"{file} は普通のファイルではありません。控えるファイルの名前を付けてください"
            f" / {file} is no ordinary file; name a file for the backup"
        )
    try:
        run_async(backed_up(read_settings(database), file))
    except OSError as error:
        raise not_written(file, error) from None
    size = file.stat().st_size
    if json_:
        say_json({"file": str(file), "bytes": size})
        return
    said = (
        f"✓ {file} に控えました（{size:,} バイト）。"
        if lang == "ja"
        else f"✓ Backed up to {file} ({size:,} bytes)."
    )
    out.print(said, markup=False, soft_wrap=True)


def restore(
    file: FileArgument,
    *,
    yes: YesOption = False,
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Put a backup in the place of the store, and take the log again from its beginning: facts,
    matches and decisions that came after the backup are there again. Stop the service first.

    控えから復元します。控えの後に受け付けた事実・マッチ・決定は、イベントログからすべて戻します。
    先にサービスを止めてください。

    Example: talentpool restore /srv/backup/talentpool-2026-12-01.db --yes
    """
    settings = read_settings(database, kafka, log_level="warning")
    ask(
        f"保存先を {file} の内容に置き換え、イベントログをはじめから取り込み直します。",
        f"The store is replaced by {file}, and the log is taken again from its beginning.",
        lang,
        yes=yes,
    )
    with err.status("復元しています…" if lang == "ja" else "restoring…"):
        done = run_async(restored(settings, file))
    if json_:
        document = {
            "applied": done.applied,
            "confirmed": done.confirmed,
            "waiting_decisions": done.waiting,
            "talents_without_name": len(done.nameless),
            "without_name": [{"pool_id": p, "talent_id": t} for p, t in done.nameless],
            "aside": str(done.aside.file) if done.aside else None,
            "aside_because": done.aside.why if done.aside else None,
        }
        say_json(document)
        return
    for line in _said(file, done, lang):
        out.print(line, markup=False, soft_wrap=True)


def ask(ja: str, en: str, lang: Lang, *, yes: bool) -> None:
    """Go on only where the person says so. Raises Mistake where nobody can be asked."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise Mistake(
            f"{ja}よければ --yes を付けてください / {en} Give --yes if that is what you want"
        )
    err.print(ja if lang == "ja" else en, markup=False, soft_wrap=True)
    if not typer.confirm("続けますか" if lang == "ja" else "Go on?", err=True):
        raise Mistake("何も変えていません / nothing was changed")


def _said(file: Path, done: Restored, lang: Lang) -> list[str]:
    ja = lang == "ja"
    lines = [
        f"✓ {file} から復元しました。双方承諾のマッチは{done.confirmed}件です。"
        if ja
        else f"✓ Restored from {file}; {done.confirmed} matches are confirmed.",
        f"  控えの後の事実{done.applied}件をイベントログから取り込みました。"
        if ja
        else f"  {done.applied} facts that came after the backup were taken from the log.",
    ]
    if done.waiting:
        lines.append(
            f"  △ マッチが分からない決定が{done.waiting}件あります（talentpool doctor）。"
            if ja
            else f"  △ {done.waiting} decisions wait for a match nobody told of (see doctor)."
        )
    if done.nameless:
        lines.append(_without_name(done, ja=ja))
    if done.aside:
        lines.append(_put_aside(done.aside, ja=ja))
    lines.append(
        "  talentpool up で動かしてください。" if ja else "  Start it again with `talentpool up`."
    )
    return lines


def _without_name(done: Restored, *, ja: bool) -> str:
    count = len(done.nameless)
    named = [f"{talent_id} --pool {pool_id}" for pool_id, talent_id in done.nameless[:_NAMED]]
    if ja:
        more = f" ほか{count - _NAMED}人（--json に全員）" if count > _NAMED else ""
        return (
            f"  氏名が保存されていない人材が{count}人います：{'、'.join(named)}{more}。"
            "控えの後に登録したなら talentpool amend talent ID --pool P --name で入れてください。"
        )
    more = f" and {count - _NAMED} more (all in --json)" if count > _NAMED else ""
    return (
        f"  {count} talents have no name kept: {', '.join(named)}{more}; where they were posted "
        "after the backup, give it with `talentpool amend talent ID --pool P --name`."
    )


def _put_aside(aside: Aside, *, ja: bool) -> str:
    if aside.why == "unreadable":
        return (
            f"  △ 元のファイルはデータベースとして読めなかったので、{aside.file} に移しました。"
            "その中の、控えより後の記録は戻っていません。捨てずに、SQLite の .recover で取り出せる"
            f"か試してください（sqlite3 {aside.file} .recover）。"
            if ja
            else f"  △ The file in place could not be read as a database: it is now {aside.file}, "
            "and what came after the backup is in there alone. Keep it; SQLite may get at some "
            f"of it (sqlite3 {aside.file} .recover)."
        )
    look = f"talentpool show pools --database sqlite:///{aside.file}"
    return (
        f"  △ 元のファイルは読めますが、この控えとは別のイベントログのものだったので、"
        f"{aside.file} に移しました。その中の記録は戻っていません。{look} で見られます。"
        if ja
        else f"  △ The file in place can be read, but its log is not the one that was backed up: "
        f"it is now {aside.file}, and none of it was restored. See it with `{look}`."
    )
