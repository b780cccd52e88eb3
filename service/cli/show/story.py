"""`show timeline`, `show posting`: who changed what when, and what became of a posting."""

from typing import Annotated
from uuid import UUID

import typer
from rich.console import Group

from application.exports.story_document import posting_document, timeline_document
from application.queries.posting import posting_of
from application.queries.timeline import timeline_of
from application.session import ReadSession
from models.errors import Absent, Mistake
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import reads
from service.cli.frame.common_options import POOL
from service.cli.show.pages import Answer, pools_asked, say
from service.cli.show.story_page import posting_page, timeline_page


@reads(POOL)
async def timeline(
    session: ReadSession,
    call: CallOptions,
    *,
    subject: Annotated[
        str, typer.Argument(metavar="ID", help="Of a request, a talent or a match.")
    ],
) -> None:
    """Show who changed a request, a talent or a match, and its matches: when, what, and why.

    支援要請・人材・マッチの経過を表示します：いつ、誰が、何を変えたか。

    Example: talentpool show timeline P002
    """
    views = await timeline_of(session, await pools_asked(session, call), subject)
    words, zone = call.words, session.now().tzinfo
    answer = Answer(
        lambda: Group(*(timeline_page(view, words, zone) for view in views)),
        lambda: {"timelines": [timeline_document(view) for view in views]},
    )
    say(answer, call)


@reads()
async def posting(
    session: ReadSession,
    call: CallOptions,
    *,
    correlation_id: Annotated[
        str, typer.Argument(metavar="ID", help="The correlation id (追跡番号) of a receipt.")
    ],
) -> None:
    """Show what became of a posting: taken, refused or waiting; its plan, and the matches it moved.

    受け付けた内容がどうなったかを、追跡番号で表示します：取込み、計画への反映、動いたマッチ。

    Example: talentpool show posting a29f82cb-6631-4c19-9b75-c465d8716eef
    """
    try:
        story = UUID(correlation_id)
    except ValueError:
        raise Mistake("correlation_id_form", text=correlation_id) from None
    view = await posting_of(session, story)
    if view.outcome == "unknown":
        raise Absent("posting_unknown", correlation_id=correlation_id)
    answer = Answer(
        lambda: posting_page(view, call.words, session.now().tzinfo),
        lambda: posting_document(view),
    )
    say(answer, call)
