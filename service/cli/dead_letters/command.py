"""`deadletters`: what could not be taken, why, and how it gets its second chance."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from application.choosing import pool_id
from application.commands.dead_letters import (
    DropDeadLetter,
    ReplayDeadLetter,
    Replayed,
    drop_dead_letter,
    replay_dead_letter,
    replay_new_letters,
)
from application.exports.dead_letter_document import dead_letter_document
from application.letter_filter import LetterFilter
from application.queries.dead_letters import dead_letter, dead_letters
from application.session import ReadSession, Session, StoreSession
from models.errors import Mistake
from service.cli.app import err, out
from service.cli.dead_letters.dead_letter_view import (
    headers,
    letter_page,
    letters_table,
)
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import reads, tends, writes
from service.cli.frame.common_options import POOL, YES
from service.cli.frame.confirming import ask
from service.cli.frame.json_input import file_bytes
from service.cli.frame.printing import say_json
from wording import Words

LetterArgument = Annotated[
    str, typer.Argument(metavar="ID", help="Its id, or the first characters of it.")
]

#: Details in documents are for programs and their authors.
_IN_ENGLISH = Words("en")


@reads(POOL)
async def list_(
    session: ReadSession,
    call: CallOptions,
    *,
    status: Annotated[
        Literal["new", "replayed", "dropped"] | None, typer.Option("--status", help="Only these.")
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="CODE", help="Only those that died of this."),
    ] = None,
) -> None:
    """List the dead letters: where each stood and why it died, never what it held.

    取り込めなかった記録の一覧です。中身は表示しません。

    Example: talentpool deadletters list --status new --reason written_by_newer_version
    """
    chosen = pool_id(call.pool, session.places) if call.pool else None
    found = await dead_letters(session, status=status, pool_id=chosen, reason=reason)
    if call.as_json:
        say_json({"dead_letters": [dead_letter_document(each, _IN_ENGLISH) for each in found]})
    elif not found:
        of_some = status or chosen or reason
        out.print(call.words("letters_none_such" if of_some else "letters_none"))
    else:
        out.print(letters_table(found, call.words, session.now().tzinfo))


@reads()
async def show(
    session: ReadSession,
    call: CallOptions,
    *,
    letter_id: LetterArgument,
    with_bytes: Annotated[
        bool, typer.Option("--bytes", help="Also the bytes, which may hold personal data.")
    ] = False,
) -> None:
    """Show why a record died and its headers; its bytes only with --bytes.

    取り込めなかった理由とヘッダーを表示します。中身は --bytes を付けたときだけです。

    Example: talentpool deadletters show 1f0c --bytes
    """
    letter = await dead_letter(session, letter_id)
    if with_bytes:
        err.print(call.words("letter_bytes_warning"), markup=False)
    if not call.as_json:
        out.print(letter_page(letter, call.words, session.now().tzinfo, with_bytes=with_bytes))
        return
    document = dead_letter_document(letter.summary, _IN_ENGLISH)
    document["headers"] = headers(letter.original, Words("en"), whole=with_bytes)
    if with_bytes:
        document["bytes"] = letter.original.value.decode("utf-8", "backslashreplace")
    say_json(document)


@writes(POOL)
async def replay(
    session: Session,
    call: CallOptions,
    *,
    letter_id: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Its id, or the first characters of it.")
    ] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="Every new one that can be read now.")
    ] = False,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FIXED.json", help="These bytes instead.")
    ] = None,
) -> None:
    """Append a dead letter again to the topic it came from: as it was, or mended by a file that is
    examined like a new fact.

    取り込めなかった記録を元のトピックへ再投入します。直した中身は --file で渡します（新しい登録と
    同じように検査します）。

    Example: talentpool deadletters replay --all
    """
    if (letter_id is None) != all_:
        raise Mistake("letter_either_id_or_all")
    if file and letter_id is None:
        raise Mistake("letter_file_goes_with_id")
    if letter_id is None:
        chosen = pool_id(call.pool, session.places) if call.pool else ""
        many = await replay_new_letters(session, LetterFilter(pool=chosen))
        done = many.done
        for refused, why in many.refused:
            _note(call, "letter_not_replayed", str(refused.id), call.words.say(why))
    else:
        value = file_bytes(file) if file else None
        done = (await replay_dead_letter(session, ReplayDeadLetter(letter=letter_id, value=value)),)
    _say_replayed(call, done)


@tends(YES)
async def drop(
    session: StoreSession,
    call: CallOptions,
    *,
    letter_id: LetterArgument,
    reason: Annotated[str, typer.Option(help="Why nobody needs it; kept. Name nobody in it.")],
) -> None:
    """Drop a dead letter: its bytes go for good; its place, why it died, who dropped it,
    when and why, stay.

    取り込めなかった記録の中身を消します。位置と理由、だれがいつなぜ消したかは残ります。

    Example: talentpool deadletters drop 1f0c --reason "posted again as R-12" --yes
    """
    ask(call, call.words("letter_ask_drop", letter=letter_id))
    done = await drop_dead_letter(session, DropDeadLetter(letter=letter_id, reason=reason))
    if call.as_json:
        say_json({"dropped": dead_letter_document(done, _IN_ENGLISH)})
    else:
        out.print(call.words("letter_was_dropped", letter=str(done.id)[:8]), markup=False)


def _say_replayed(call: CallOptions, done: tuple[Replayed, ...]) -> None:
    for each in done:
        if each.dies_again:
            _note(call, "letter_dies_again", str(each.letter.id), call.words.say(each.dies_again))
    if call.as_json:
        say_json({"replayed": [dead_letter_document(each.letter, _IN_ENGLISH) for each in done]})
    else:
        out.print(call.words("letters_replayed", count=len(done)))


def _note(call: CallOptions, code: str, letter: str, why: str) -> None:
    err.print(call.words(code, letter=letter, why=why), markup=False, soft_wrap=True)
