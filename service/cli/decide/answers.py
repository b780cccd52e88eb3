"""`decide`: what people answer for matches. 提案・承諾・辞退・取消・固定。"""

from typing import Annotated

import typer

from application.choosing import pool
from application.commands.decide import release_drafts
from application.session import Session
from models.errors import Mistake
from models.match import DeclineReason, Side, Verb
from service.cli.decide.decided import decided, say, side_of
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import writes
from service.cli.frame.common_options import POOL, SEEN, waiting_at_most
from wording.typed import notation

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


@writes(POOL, SEEN, *waiting_at_most(30))
async def release(
    session: Session,
    call: CallOptions,
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
) -> None:
    """Show drafts to both sides: from now on the plan changes them only for a reason.

    下書きのマッチを、人材と市町村に提案します。

    \b
    Example: talentpool decide release --all --pool 20
    """
    if bool(match) == all_:
        raise Mistake("ids_or_all")
    if all_:
        pool_id = await pool(call.pool, session.reads, session.places)
        await say(session, call, await release_drafts(session, pool_id))
    else:
        await decided(session, call, Verb.RELEASE, match)


@writes(POOL, SEEN, *waiting_at_most(30))
async def accept(
    session: Session,
    call: CallOptions,
    *,
    match: MatchesArgument,
    by: ByOption = None,
    municipality: MunicipalityOption = None,
) -> None:
    """Accept proposals for one side; when both have, the match is confirmed.

    提案を承諾します。人材と市町村の両方が承諾すると確定です（市町村の分は担当者が代わりに答えます）。
    共同の要請では市町村ごとに答えます（--municipality）。全市町村がそろうと確定です。

    \b
    Example: talentpool decide accept M-0123456789abcdef --by talent
    """
    side = side_of(by)
    await decided(session, call, Verb.ACCEPT, match, side=side, municipality=municipality)


@writes(POOL, SEEN, *waiting_at_most(30))
async def decline(
    session: Session,
    call: CallOptions,
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
        raise Mistake("no_decline_reason", reasons=tuple(each.value for each in DeclineReason))
    if (reason is DeclineReason.LATER) != (months is not None):
        raise Mistake("months_with_later")
    named = notation.months(months) if months else ()
    await decided(
        session,
        call,
        Verb.DECLINE,
        match,
        side=side_of(by),
        municipality=municipality,
        reason=reason,
        months=named,
    )


@writes(POOL, SEEN, *waiting_at_most(30))
async def cancel(
    session: Session,
    call: CallOptions,
    *,
    match: MatchesArgument,
) -> None:
    """End matches, even confirmed ones; their lines are planned anew.

    マッチを取り消します。双方承諾の後でも取り消せます。

    \b
    Example: talentpool decide cancel M-0123456789abcdef
    """
    await decided(session, call, Verb.CANCEL, match)


@writes(POOL, SEEN, *waiting_at_most(30))
async def pin(
    session: Session,
    call: CallOptions,
    *,
    match: MatchesArgument,
) -> None:
    """Fix matches by hand: the plan may not move them.

    マッチを固定します。計画し直しても動きません。

    \b
    Example: talentpool decide pin M-0123456789abcdef
    """
    await decided(session, call, Verb.PIN, match)


@writes(POOL, SEEN, *waiting_at_most(30))
async def unpin(
    session: Session,
    call: CallOptions,
    *,
    match: MatchesArgument,
) -> None:
    """Let the plan move matches again that were fixed by hand.

    手で付けた固定を外します。

    \b
    Example: talentpool decide unpin M-0123456789abcdef
    """
    await decided(session, call, Verb.UNPIN, match)
