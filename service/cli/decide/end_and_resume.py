"""`decide end` and `resume`: agreed work ends from a month on; what was worked before it stays."""

from typing import Annotated

import typer

from models.match import Verb
from service.cli import notation
from service.cli.app import (
    DatabaseOption,
    JsonOption,
    KafkaOption,
    LangOption,
    PoolOption,
    run,
)
from service.cli.decide.answers import MatchesArgument, SeenOption
from service.cli.decide.deciding import Decision, decided
from service.cli.frame.write_session import CallOptions, DeadlineOption, WaitOption


def end(
    *,
    match: MatchesArgument,
    since: Annotated[
        str,
        typer.Option("--from", metavar="MONTH", help="The first month without hours: 2027-02."),
    ],
    seen: SeenOption = None,
    pool_: PoolOption = None,
    wait: WaitOption = False,
    deadline: DeadlineOption = 30.0,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """End what both sides agreed to from a month on: the months before stay as agreed.

    双方が承諾したマッチを、指定した月から終わりにします。それより前の月は合意のまま残ります。
    残りの時間は計画し直され、その月からこの人には提案しません。取り消すには decide resume。
    時間を減らすだけなら、支援要請の時間を変えてください（双方にもう一度確かめます）。

    \b
    Example: talentpool decide end M-0123456789abcdef --from 2027-02
    """
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )
    decision = Decision(verb=Verb.END, since=notation.month(since), seen=seen)
    run(decided(decision, match, pool_, call))


def resume(
    *,
    match: MatchesArgument,
    pool_: PoolOption = None,
    wait: WaitOption = False,
    deadline: DeadlineOption = 30.0,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """Take an end back: the same hours return, after every other agreement has its room.

    「途中で終える」を取り消します。終えた月の時間が元に戻ります（過ぎた月は戻りません）。

    \b
    Example: talentpool decide resume M-0123456789abcdef
    """
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )
    run(decided(Decision(verb=Verb.RESUME), match, pool_, call))
