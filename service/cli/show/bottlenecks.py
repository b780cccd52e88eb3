"""`show bottlenecks`: what a pool lacks most, and what it would serve; for those who hire."""

from typing import Any

from rich.console import Group
from rich.text import Text

from matcher.explain.bottlenecks import bottlenecks
from matcher.explanation import Bottleneck
from matcher.plan import Plan
from models.ids import PoolId
from producers.ports import Places
from service.cli.app import DatabaseOption, JsonOption, LangOption, PoolOption
from service.cli.frame.amounts import by_month, municipalities, pool_name
from service.cli.frame.read_session import Answer, Shelf, say_by_pool
from wording import Lang, Words, explain, labels
from wording.explain.documents import bottleneck_document


def show_bottlenecks(
    pool: PoolOption = None,
    database: DatabaseOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Show what the pool lacks most: a role, its hours, and the municipalities they would reach.

    足りない役割と時間を、届く市町村の多い順に表示します。採用や契約を考える材料です。

    Example: talentpool show bottlenecks --pool 20
    """

    async def page(shelf: Shelf, pool_id: PoolId, plan: Plan) -> Answer:
        problem = await shelf.store.problem(pool_id)
        entries = bottlenecks(problem, plan) if problem else ()
        requests = await shelf.store.requests(pool_id)
        sample = any(request.sample for request in requests)
        name = labels.titled(pool_name(pool_id, shelf.places), lang, sample=sample)
        return (
            Group(Text(name, style="bold"), *_sentences(entries, shelf.places, lang)),
            {
                "pool_id": pool_id,
                "name": pool_name(pool_id, shelf.places),
                "version": plan.version,
                "sample": sample,
                "bottlenecks": [_document(entry, shelf.places, lang) for entry in entries],
            },
        )

    say_by_pool(database, pool, lang, page, as_json=json_)


def _sentences(entries: tuple[Bottleneck, ...], places: Places, lang: Lang) -> list[Text]:
    if not entries:
        return [
            Text(
                "人を1人増やしても、充足できる要請枠は増えません。"
                "足りない分の原因は talentpool show unmet で見られます。"
                if lang == "ja"
                else "One more person would serve no more demand lines; "
                "`talentpool show unmet` says what stands in the way."
            )
        ]
    lines = []
    for number, entry in enumerate(entries, 1):
        text = explain.bottleneck(Words(lang, places), entry)
        where = municipalities(entry.reached or entry.municipalities, places, lang)
        lines.append(Text(f"{number}. {text}"))
        lines.append(Text(f"   {where}"))
        lines.append(Text(f"   {by_month(entry.hours, lang)}"))
    return lines


def _document(entry: Bottleneck, places: Places, lang: Lang) -> dict[str, Any]:
    return {
        **bottleneck_document(Words(lang, places), entry),
        "places": [places.name(code) for code in entry.municipalities],
    }
