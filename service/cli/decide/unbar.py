"""`decide unbar`: a decline or a cancellation bars the pair no more."""

from typing import Annotated

import typer

from application.choosing import pool
from application.commands.decide import lift_bars
from application.session import Session
from models.errors import Mistake
from models.ids import LineId, TalentId
from models.match import Verb
from service.cli.decide.decided import decided, say
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import writes
from service.cli.frame.common_options import POOL, SEEN, waiting_at_most


@writes(POOL, SEEN, *waiting_at_most(30))
async def unbar(
    session: Session,
    call: CallOptions,
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
) -> None:
    """Lift a decline or a cancellation: the pair may be offered again, as a new match.

    辞退・取消の記録を外し、その人をもう一度提案できるようにします。終わったマッチは終わったままです。

    \b
    Example: talentpool decide unbar M-0123456789abcdef
    Example: talentpool decide unbar --line R-100/1 --talent T-10 --pool 20
    """
    pair = line is not None and talent is not None
    if bool(match) == pair or (line is None) != (talent is None):
        raise Mistake("ids_or_line_and_talent")
    if line is None or talent is None:
        await decided(session, call, Verb.UNBAR, match)
        return
    pool_id = await pool(call.pool, session.reads, session.places)
    await say(session, call, await lift_bars(session, pool_id, LineId(line), TalentId(talent)))
