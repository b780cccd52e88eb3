"""`show bottlenecks`: what a pool lacks most, and what it would serve; for those who hire."""

from collections.abc import Iterator

from rich.console import Group
from rich.text import Text

from application.exports.bottlenecks_document import bottlenecks_document
from application.queries.bottlenecks import BottlenecksView, bottlenecks_of
from application.session import ReadSession
from models.ids import PoolId
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import reads
from service.cli.frame.common_options import POOL
from service.cli.show.pages import Answer, say_by_pool
from wording import Words, amounts, explain, labels


@reads(POOL)
async def show_bottlenecks(session: ReadSession, call: CallOptions) -> None:
    """Show what the pool lacks most: a role, its hours, and the municipalities they would reach.

    足りない役割と時間を、届く市町村の多い順に表示します。採用や契約を考える材料です。

    Example: talentpool show bottlenecks --pool 20
    """
    words = call.words

    async def page(pool_id: PoolId) -> Answer | None:
        view = await bottlenecks_of(session, pool_id)
        if view is None:
            return None
        return Answer(
            lambda: Group(*_lines(view, words)), lambda: bottlenecks_document(view, words)
        )

    await say_by_pool(session, call, page)


def _lines(view: BottlenecksView, words: Words) -> Iterator[Text]:
    name = amounts.pool(words.reader, view.pool_id)
    yield Text(labels.titled(name, words.lang, sample=view.sample), style="bold")
    if not view.entries:
        yield Text(words("bottlenecks_none"))
    for number, entry in enumerate(view.entries, 1):
        yield Text(f"{number}. {explain.bottleneck(words, entry)}")
        yield Text(f"   {amounts.places(words.reader, entry.reached or entry.municipalities)}")
        yield Text(f"   {amounts.by_month(words.reader, entry.hours)}")
