"""`deadletters`: what could not be taken, why, and how it gets its second chance."""

from dataclasses import replace
from getpass import getuser
from pathlib import Path
from typing import Annotated, Literal
from uuid import UUID

import structlog
import typer

from models.envelope import read
from models.errors import Mistake, TooLarge, Unreadable
from models.event_log import NewRecord, Record, size
from models.facts import FACTS
from models.ingest import DeadLetter, DeadLetterSummary
from service.cli.app import (
    DatabaseOption,
    JsonOption,
    KafkaOption,
    LangOption,
    PoolOption,
    err,
    out,
)
from service.cli.app import run as run_async
from service.cli.app import settings as read_settings
from service.cli.choosing import pool_id as read_pool
from service.cli.dead_letters.dead_letter_view import (
    choose,
    headers,
    letter_page,
    letters_table,
    summary_document,
)
from service.cli.frame.printing import say_json
from service.cli.operations.backup import YesOption, ask
from service.wiring import Parts, opened, opened_store

log = structlog.get_logger()

LetterArgument = Annotated[
    str, typer.Argument(metavar="ID", help="Its id, or the first characters of it.")
]
_WARNING = {
    "ja": "注意：中身には個人情報が含まれることがあります。画面や記録に残さないでください。",
    "en": "Careful: the bytes may hold personal data. Do not leave them on screens or in logs.",
}


def list_(
    *,
    status: Annotated[
        Literal["new", "replayed", "dropped"] | None, typer.Option("--status", help="Only these.")
    ] = None,
    pool: PoolOption = None,
    database: DatabaseOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """List the dead letters: where each stood and why it died, never what it held.

    取り込めなかった記録の一覧です。中身は表示しません。

    Example: talentpool deadletters list --status new
    """

    async def work() -> list[DeadLetterSummary]:
        async with opened_store(read_settings(database)) as (store, places):
            chosen = read_pool(pool, places) if pool else None
            return list(await store.dead_letters(status=status, pool=chosen))

    found = run_async(work())
    if json_:
        answer = {"dead_letters": [summary_document(each) for each in found]}
        say_json(answer)
    elif not found:
        out.print("取り込めなかった記録はありません。" if lang == "ja" else "No dead letters.")
    else:
        out.print(letters_table(found, lang))


def show(
    letter_id: LetterArgument,
    *,
    with_bytes: Annotated[
        bool, typer.Option("--bytes", help="Also the bytes, which may hold personal data.")
    ] = False,
    database: DatabaseOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Show why a record died and its headers; its bytes only with --bytes.

    取り込めなかった理由とヘッダーを表示します。中身は --bytes を付けたときだけです。

    Example: talentpool deadletters show 1f0c --bytes
    """

    async def work() -> DeadLetter:
        async with opened_store(read_settings(database)) as (store, _):
            found = await store.dead_letter(choose(await store.dead_letters(), letter_id).id)
            assert found is not None
            return found

    letter = run_async(work())
    if with_bytes:
        err.print(_WARNING[lang], markup=False)
    if not json_:
        out.print(letter_page(letter, lang, with_bytes=with_bytes))
        return
    document = summary_document(letter.summary)
    document["headers"] = headers(letter.original, whole=with_bytes)
    if with_bytes:
        document["bytes"] = letter.original.value.decode("utf-8", "backslashreplace")
    say_json(document)


def replay(
    letter_id: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Its id, or the first characters of it.")
    ] = None,
    *,
    all_: Annotated[bool, typer.Option("--all", help="Every new one.")] = False,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FIXED.json", help="These bytes instead.")
    ] = None,
    pool: PoolOption = None,
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Append a dead letter again to the topic it came from, as it was or with a mended file.

    取り込めなかった記録を元のトピックへ再投入します。直した中身は --file で渡します。

    Example: talentpool deadletters replay --all
    """
    if (letter_id is None) != all_:
        raise Mistake("ID か --all のどちらか一つを付けてください / give either an ID or --all")
    if file and letter_id is None:
        raise Mistake("--file は ID と一緒に使います / --file goes with an ID")
    value = _bytes(file) if file else None

    async def work() -> list[DeadLetterSummary]:
        async with opened(read_settings(database, kafka)) as parts:
            chosen = read_pool(pool, parts.places) if pool else None
            known = await parts.store.dead_letters(status="new" if all_ else None, pool=chosen)
            wanted = known if letter_id is None else [choose(known, letter_id)]
            if letter_id is not None:
                return [await _replayed(parts, each.id, value) for each in wanted]
            return [done for each in wanted if (done := await _replayed_or_said(parts, each.id))]

    done = run_async(work())
    if json_:
        answer = {"replayed": [summary_document(each) for each in done]}
        say_json(answer)
    else:
        counted = f"{len(done)}件を再投入しました。" if lang == "ja" else f"Replayed {len(done)}."
        out.print(counted)


def drop(
    letter_id: LetterArgument,
    *,
    reason: Annotated[str, typer.Option(help="Why nobody needs it; kept. Name nobody in it.")],
    yes: YesOption = False,
    database: DatabaseOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Drop a dead letter: its bytes go for good; its place, why it died, who dropped it,
    when and why, stay.

    取り込めなかった記録の中身を消します。位置と理由、だれがいつなぜ消したかは残ります。

    Example: talentpool deadletters drop 1f0c --reason "posted again as R-12" --yes
    """
    ask(
        f"記録 {letter_id} の中身を消します。元に戻せません。",
        f"The bytes of {letter_id} are deleted; nothing undoes it.",
        lang,
        yes=yes,
    )

    async def work() -> DeadLetterSummary:
        async with opened_store(read_settings(database)) as (store, _):
            chosen = choose(await store.dead_letters(), letter_id)
            await store.drop_dead_letter(chosen.id, reason, getuser())
            found = await store.dead_letter(chosen.id)
            assert found is not None
            return found.summary

    done = run_async(work())
    if json_:
        say_json({"dropped": summary_document(done)})
    else:
        said = "の中身を消しました。" if lang == "ja" else "dropped."
        out.print(f"✓ {str(done.id)[:8]} {said}", markup=False)


async def _replayed_or_said(parts: Parts, letter_id: UUID) -> DeadLetterSummary | None:
    """Of many, one that cannot be replayed does not hold up the others."""
    try:
        return await _replayed(parts, letter_id, None)
    except Mistake as error:
        err.print(f"△ {letter_id}：{error}", markup=False, soft_wrap=True)
        return None


async def _replayed(parts: Parts, letter_id: UUID, value: bytes | None) -> DeadLetterSummary:
    letter = await parts.store.dead_letter(letter_id)
    assert letter is not None
    if letter.summary.status == "dropped" and value is None:
        raise Mistake(
            f"{letter_id} の中身は消してあります。直した中身を --file で渡してください"
            f" / the bytes of {letter_id} were dropped; give others with --file"
        )
    if value is None and (missing := letter.summary.missing):
        raise Mistake(
            f"この記録は {missing:,} バイトが手元にありません。元の中身を --file で渡してください"
            f" / {missing:,} bytes of it are not here; give the whole with --file"
        )
    record = letter.original if value is None else replace(letter.original, value=value)
    if why := _still_unreadable(record):
        if value is not None:
            raise Mistake(f"直した中身もまだ読めません / still unreadable: {why}")
        err.print(
            f"注意 {letter_id}：このままではまた読めません / will die again: {why}", markup=False
        )
    # A crash between the two replays it once more: its event id makes that harmless.
    try:
        await parts.event_log.append([record])
    except TooLarge as error:
        raise Mistake(
            f"大きすぎて再投入できません（{size(record):,} バイト）。ブローカーの max.message.bytes"
            f"を広げるか、直した中身を --file で渡してください / {error}: raise max.message.bytes, "
            "or give a mended --file"
        ) from None
    await parts.store.mark_replayed(letter_id)
    about = letter.summary
    log.info(
        "record.replayed",
        dead_letter=str(letter_id),
        topic=about.topic,
        pool_id=about.pool_id,
        correlation_id=str(about.correlation_id) if about.correlation_id else None,
        mended=value is not None,
    )
    return replace(about, status="replayed", replays=about.replays + 1)


def _still_unreadable(record: NewRecord) -> str | None:
    fact_type = next((fact for fact in FACTS if fact.topic == record.topic), None)
    if fact_type is None:
        return f"no fact has the topic {record.topic}"
    try:
        read(
            Record(
                topic=record.topic,
                key=record.key,
                value=record.value,
                headers=record.headers,
                partition=0,
                offset=0,
            ),
            fact_type,
        )
    except Unreadable as error:
        return str(error)
    return None


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Mistake(f"{file} が読めません / cannot be read: {error.strerror}") from None
