"""`decide release` and `decline`: answers that say more than their verb."""

from typing import Annotated

import typer

from application.choosing import pool
from application.commands.decide import release_drafts
from application.session import Session
from models.errors import Mistake
from models.match import DeclineReason, Verb
from service.cli.decide.decided import decided, say, side_of
from service.cli.decide.match_options import ByOption, MatchesArgument, MunicipalityOption
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import writes
from service.cli.frame.common_options import POOL, SEEN, waiting_at_most
from wording.typed import notation


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
