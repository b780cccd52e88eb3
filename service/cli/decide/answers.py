"""`decide`: what people answer for matches. 提案・承諾・辞退・取消・固定。"""

from typing import Annotated

import typer

from models.errors import Mistake
from models.match import DeclineReason, Side, Verb
from service.cli import notation
from service.cli.app import (
    DatabaseOption,
    JsonOption,
    KafkaOption,
    LangOption,
    PoolOption,
    run,
)
from service.cli.decide.deciding import Decision, decided
from service.cli.frame.write_session import CallOptions, DeadlineOption, WaitOption
from wording import labels

MatchesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="MATCH...", help="Match ids, as `talentpool show plan --ids` lists them."
    ),
]
ByOption = Annotated[Side | None, typer.Option("--by", help="Who answers: talent or municipality.")]
MunicipalityOption = Annotated[
    str | None,
    typer.Option(
        "--municipality", help="Which one answers, where the request is of several: 佐久市."
    ),
]
SeenOption = Annotated[
    int | None,
    typer.Option("--seen", help="Revision that was seen; refused where it changed since."),
]


def release(
    *,
    match: Annotated[
        list[str],
        typer.Argument(
            metavar="[MATCH]...",
            default_factory=list,
            show_default=False,
            help="Match ids; none with --all.",
        ),
    ],
    all_: Annotated[bool, typer.Option("--all", help="Every draft of the pool.")] = False,
    pool_: PoolOption = None,
    wait: WaitOption = False,
    deadline: DeadlineOption = 30.0,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """Show drafts to both sides: from now on the plan changes them only for a reason.

    下書きのマッチを、人材と市町村に提案します。

    \b
    Example: talentpool decide release --all --pool 20
    """
    if bool(match) == all_:
        raise Mistake(
            "マッチのIDか --all のどちらかを書いてください（例 decide release --all --pool 20）"
            " / give match ids or --all"
        )
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )
    run(decided(Decision(verb=Verb.RELEASE), match, pool_, call))


def accept(
    *,
    match: MatchesArgument,
    by: ByOption = None,
    municipality: MunicipalityOption = None,
    seen: SeenOption = None,
    pool_: PoolOption = None,
    wait: WaitOption = False,
    deadline: DeadlineOption = 30.0,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """Accept proposals for one side; when both have, the match is confirmed.

    提案を承諾します。人材と市町村の両方が承諾すると確定です（市町村の分は担当者が代わりに答えます）。
    共同の要請では市町村ごとに答えます（--municipality）。全市町村がそろうと確定です。

    \b
    Example: talentpool decide accept M-0123456789abcdef --by talent
    """
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )
    answer = Decision(verb=Verb.ACCEPT, side=side_of(by), municipality=municipality, seen=seen)
    run(decided(answer, match, pool_, call))


def decline(
    *,
    match: MatchesArgument,
    by: ByOption = None,
    municipality: MunicipalityOption = None,
    reason: Annotated[
        DeclineReason | None,
        typer.Option(help="this_line, this_municipality, hours or later (with --months)."),
    ] = None,
    months: Annotated[
        str | None,
        typer.Option(metavar="MONTHS", help="Not in these: 2026-12 or 2026-12..2027-02."),
    ] = None,
    pool_: PoolOption = None,
    wait: WaitOption = False,
    deadline: DeadlineOption = 30.0,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """Decline proposals; the reason says what is not offered again.

    提案を辞退します。理由によって、今後何を提案しないかが決まります。

    \b
    this_line          この要請枠は二度と提案しません / never this line again
    this_municipality  この市町村には提案しません / never this municipality
                       （共同の要請では --municipality で1つ選びます / of a joint request: which）
    hours              マッチの月の稼働可能時間が増えるまで提案しません / until there are more hours
    later              --months の月には提案しません / not in the months named

    \b
    Example: talentpool decide decline M-0123456789abcdef --by talent --reason this_line
    """
    if reason is None:
        choices = "、".join(f"{r.value}（{labels.decline_reason(r)}）" for r in DeclineReason)
        raise Mistake(f"--reason がありません。{choices} から選んでください / give --reason")
    if (reason is DeclineReason.LATER) != (months is not None):
        raise Mistake(
            "--months は --reason later のときに書きます（例 --reason later --months 2026-12）"
            " / --months goes with --reason later, and later needs it"
        )
    named = notation.months(months) if months else ()
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )
    decision = Decision(
        verb=Verb.DECLINE,
        side=side_of(by),
        municipality=municipality,
        reason=reason,
        months=named,
    )
    run(decided(decision, match, pool_, call))


def cancel(
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
    """End matches, even confirmed ones; their lines are planned anew.

    マッチを取り消します。双方承諾の後でも取り消せます。

    \b
    Example: talentpool decide cancel M-0123456789abcdef
    """
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )
    run(decided(Decision(verb=Verb.CANCEL), match, pool_, call))


def pin(
    *,
    match: MatchesArgument,
    seen: SeenOption = None,
    pool_: PoolOption = None,
    wait: WaitOption = False,
    deadline: DeadlineOption = 30.0,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """Fix matches by hand: the plan may not move them.

    マッチを固定します。計画し直しても動きません。

    \b
    Example: talentpool decide pin M-0123456789abcdef
    """
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )
    run(decided(Decision(verb=Verb.PIN, seen=seen), match, pool_, call))


def unpin(
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
    """Let the plan move matches again that were fixed by hand.

    手で付けた固定を外します。

    \b
    Example: talentpool decide unpin M-0123456789abcdef
    """
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )
    run(decided(Decision(verb=Verb.UNPIN), match, pool_, call))


def side_of(by: Side | None) -> Side:
    """The side that answers. Mistake where none is named."""
    if by is None:
        raise Mistake(
            "だれの答えか分かりません。--by talent か --by municipality を付けてください"
            " / whose answer? give --by talent or --by municipality"
        )
    return by
