"""`decide retract`, `recall` and `unbar`: answers taken back, with nobody barred by it."""

from typing import Annotated

import typer

from models.errors import Mistake
from models.match import Verb
from service.cli.app import (
    DatabaseOption,
    JsonOption,
    KafkaOption,
    LangOption,
    PoolOption,
    run,
)
from service.cli.decide.answers import (
    ByOption,
    MatchesArgument,
    MunicipalityOption,
    side_of,
)
from service.cli.decide.deciding import Decision, decided, lifted
from service.cli.frame.write_session import CallOptions, DeadlineOption, WaitOption


def retract(
    *,
    match: MatchesArgument,
    by: ByOption = None,
    municipality: MunicipalityOption = None,
    pool_: PoolOption = None,
    wait: WaitOption = False,
    deadline: DeadlineOption = 30.0,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """Take an acceptance back: the match is as before it, and nobody is barred.

    承諾を取り消し、承諾する前に戻します。辞退にはならず、同じ人に改めてたずねられます。

    \b
    Example: talentpool decide retract M-0123456789abcdef --by talent
    """
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )
    answer = Decision(verb=Verb.RETRACT, side=side_of(by), municipality=municipality)
    run(decided(answer, match, pool_, call))


def recall(
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
    """Make proposals that nobody has accepted drafts again; nobody is barred.

    まだだれも承諾していない提案を下書きに戻します。

    \b
    Example: talentpool decide recall M-0123456789abcdef
    """
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )
    run(decided(Decision(verb=Verb.RECALL), match, pool_, call))


def unbar(
    *,
    match: Annotated[
        list[str],
        typer.Argument(
            metavar="[MATCH]...",
            default_factory=list,
            show_default=False,
            help="Ids of declined or cancelled matches; none with --line and --talent.",
        ),
    ],
    line: Annotated[
        str | None, typer.Option(metavar="LINE", help="The demand line: R-100/1.")
    ] = None,
    talent: Annotated[str | None, typer.Option(metavar="TALENT", help="The talent's id.")] = None,
    pool_: PoolOption = None,
    wait: WaitOption = False,
    deadline: DeadlineOption = 30.0,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """Lift a decline or a cancellation: the pair may be offered again, as a new match.

    辞退・取消の記録を外し、その人をもう一度提案できるようにします。終わったマッチは終わったままです。

    \b
    Example: talentpool decide unbar M-0123456789abcdef
    Example: talentpool decide unbar --line R-100/1 --talent T-10 --pool 20
    """
    pair = line is not None and talent is not None
    if bool(match) == pair or (line is None) != (talent is None):
        raise Mistake(
            "マッチのIDか、--line と --talent の両方を書いてください"
            "（例 decide unbar --line R-100/1 --talent T-10 --pool 20）"
            " / give match ids, or both --line and --talent"
        )
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )
    if match:
        run(decided(Decision(verb=Verb.UNBAR), match, pool_, call))
    elif line is not None and talent is not None:
        run(lifted(line, talent, pool_, call))
