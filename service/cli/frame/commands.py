"""One decorator for what commands share: their common options, the opened session, worded errors.

    @amend.command("request")
    @writes(POOL, IF_STILL, DRY_RUN, *waiting_at_most(30))
    async def amend_request(session: Session, call: CallOptions, *, request_id: …) -> None:

Typer sees the command's own options, then the common ones; the command gets them as `call`.
"""

import inspect
import os
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

from pydantic import TypeAdapter, ValidationError

from models.errors import Mistake, TalentPoolError
from models.ids import ActorField
from service.cli.frame.call_options import CallOptions
from service.cli.frame.common_options import ACTOR, DATABASE, JSON, KAFKA, LANG, Common
from service.cli.frame.loading import loading

if TYPE_CHECKING:  # a command line that only helps loads neither store nor log
    from application.session import ReadSession, Session, StoreSession

P = ParamSpec("P")

Command = Callable[..., None]


def writes(
    *common: Common,
) -> Callable[[Callable[Concatenate["Session", CallOptions, P], Awaitable[None]]], Command]:
    """A command that states or decides something: it gets a session with the desk."""
    every = (*common, JSON, LANG, ACTOR, DATABASE, KAFKA)
    return lambda function: _command(function, every, _writing, skipped=2)


def reads(
    *common: Common,
) -> Callable[[Callable[Concatenate["ReadSession", CallOptions, P], Awaitable[None]]], Command]:
    """A command that only looks: it gets the store alone, the log may be away."""
    every = (*common, JSON, LANG, DATABASE)
    return lambda function: _command(function, every, _reading, skipped=2)


def tends(
    *common: Common,
) -> Callable[[Callable[Concatenate["StoreSession", CallOptions, P], Awaitable[None]]], Command]:
    """A command by which an operator tends the store alone: the log may be away."""
    every = (*common, JSON, LANG, ACTOR, DATABASE)
    return lambda function: _command(function, every, _tending, skipped=2)


def calls(*common: Common) -> Callable[[Callable[Concatenate[CallOptions, P], None]], Command]:
    """A command that opens what it needs itself, if anything."""
    return lambda function: _command(function, (*common, JSON, LANG), None, skipped=1)


def _command(
    function: Callable[..., Any],
    common: tuple[Common, ...],
    opened: Callable[[CallOptions], AbstractAsyncContextManager[Any]] | None,
    *,
    skipped: int,
) -> Command:
    def called(**given: Any) -> None:
        shared = {each.field: given.pop(each.field) for each in common}
        call = CallOptions(**shared)
        try:
            if opened is None:
                function(call, **given)
            else:
                _run(function, opened(call), call, given)
        except TalentPoolError as error:
            from service.cli.frame.refusing import refuse  # noqa: PLC0415

            refuse(error, call)

    # The signature is all that Typer looks at: the command's own parameters, then the common ones.
    own = list(inspect.signature(function).parameters.values())[skipped:]
    parameters = [each.replace(kind=_KEYWORD) for each in own]
    parameters += [
        inspect.Parameter(c.field, _KEYWORD, default=c.default, annotation=c.type) for c in common
    ]
    called.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    called.__annotations__ = {p.name: p.annotation for p in parameters}
    called.__name__, called.__doc__ = function.__name__, function.__doc__
    called.__module__ = function.__module__
    return called


_KEYWORD = inspect.Parameter.KEYWORD_ONLY


def _run(
    function: Callable[..., Awaitable[None]],
    opening: AbstractAsyncContextManager[Any],
    call: CallOptions,
    given: dict[str, Any],
) -> None:
    from service.cli.app import run  # noqa: PLC0415

    async def work() -> None:
        async with opening as session:
            await function(session, call, **given)

    run(work())


def _writing(call: CallOptions) -> AbstractAsyncContextManager["Session"]:
    with loading():
        from service.cli.frame.write_session import acting  # noqa: PLC0415

    return acting(call, _actor(call))


def _reading(call: CallOptions) -> AbstractAsyncContextManager["ReadSession"]:
    with loading():
        from service.cli.frame.read_session import looking  # noqa: PLC0415

    return looking(call)


def _tending(call: CallOptions) -> AbstractAsyncContextManager["StoreSession"]:
    with loading():
        from service.cli.frame.write_session import tending  # noqa: PLC0415

    return tending(call, _actor(call))


def _actor(call: CallOptions) -> str | None:
    """Who acts: the option, else the environment. Raises Mistake where it is no id."""
    actor = call.actor or os.environ.get("TALENTPOOL_ACTOR") or None
    try:
        return actor and TypeAdapter(ActorField).validate_python(actor)
    except ValidationError:
        raise Mistake("actor_form") from None
