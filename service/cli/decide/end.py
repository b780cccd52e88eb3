"""`decide end`: agreed work ends from a month on; what was worked before it stays."""

from typing import Annotated

import typer

from application.session import Session
from models.match import Verb
from service.cli.decide.decided import decided
from service.cli.decide.match_options import MatchesArgument
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import writes
from service.cli.frame.common_options import POOL, SEEN, waiting_at_most
from wording.typed import notation


@writes(POOL, SEEN, *waiting_at_most(30))
async def end(
    session: Session,
    call: CallOptions,
    *,
    match: MatchesArgument,
    since: Annotated[
        str,
        typer.Option("--from", metavar="MONTH", help="The first month without hours: 2027-02."),
    ],
) -> None:
    """End what both sides agreed to from a month on: the months before stay as agreed.

    双方が承諾したマッチを、指定した月から終わりにします。それより前の月は合意のまま残ります。
    残りの時間は計画し直され、その月からこの人には提案しません。取り消すには decide resume。
    時間を減らすだけなら、支援要請の時間を変えてください（双方にもう一度確かめます）。

    \b
    Example: talentpool decide end M-0123456789abcdef --from 2027-02
    """
    await decided(session, call, Verb.END, match, since=notation.month(since))
