"""How `show` answers: pools in question, a page for people, or the same as JSON."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from application.choosing import pool_id
from application.session import ReadSession
from models.errors import PlanUnreadable
from models.ids import PoolId
from service.cli.app import err, fail, out
from service.cli.frame.call_options import CallOptions
from service.cli.frame.printing import say_json


@dataclass(frozen=True, slots=True)
class Answer:
    """A page as people read it, and as `--json` prints it; made is the one that was asked for."""

    page: Callable[[], RenderableType]
    document: Callable[[], dict[str, Any]]


async def pools_asked(session: ReadSession, call: CallOptions) -> Sequence[PoolId]:
    """The pool that was named, else all there are; ends where nothing was ever stated."""
    pools = await session.reads.pools()
    if not pools:
        fail(call.words("nothing_yet"))
    return [pool_id(call.pool, session.places)] if call.pool else pools


async def say_by_pool(
    session: ReadSession,
    call: CallOptions,
    page: Callable[[PoolId], Awaitable[Answer | None]],
) -> None:
    """A page for each pool that has a plan; says which has none, or one that cannot be read."""
    made: list[Answer] = []
    for each in await pools_asked(session, call):
        try:
            answer = await page(each)
        except PlanUnreadable as error:
            err.print(f"✕ {call.words.say(error)}", markup=False, soft_wrap=True)
            continue
        if answer is None:
            err.print(call.words("pool_has_no_plan", pool_id=each), markup=False, soft_wrap=True)
        else:
            made.append(answer)
    if not made:
        raise typer.Exit(1)

    def whole() -> RenderableType:
        shown = [part for each in made for part in (each.page(), Text(""))]
        return Group(*shown[:-1])

    say(Answer(whole, lambda: {"pools": [each.document() for each in made]}), call)


def say(answer: Answer, call: CallOptions) -> None:
    """The page, or the document."""
    if call.as_json:
        say_json(answer.document())
    else:
        out.print(answer.page())
