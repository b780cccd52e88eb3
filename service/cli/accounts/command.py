"""`accounts`: the first administrator, who may enter, invitations and links to a new password."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from getpass import getuser
from typing import Annotated

import typer

from application.access import enrolment, management
from application.access.binding import bound
from application.choosing import place, pool_id
from infra.registry import Registry
from infra.store.store import SqlStore
from models.accounts import Account, AccountRole
from models.audit import AuditRecord, Outcome, safe_id
from models.errors import Mistake
from models.ids import TalentId
from service.cli.accounts.account_table import account_document, accounts_table
from service.cli.app import out, run, settings
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import calls
from service.cli.frame.common_options import ACTOR, DATABASE, POOL, YES
from service.cli.frame.confirming import ask
from service.cli.frame.printing import say_json
from service.office_time import Clock, office_clock
from service.wiring import opened_store

LoginArgument = Annotated[str, typer.Argument(metavar="LOGIN", help="Login, or id of the account.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """The opened store, and who acts; what is done is recorded."""

    store: SqlStore
    places: Registry
    now: Clock
    origin: str
    assumed: bool  #: nobody has said how browsers reach the console
    actor: str

    async def record(self, action: str, account: Account | None = None) -> None:
        """One line of the audit record."""
        await self.store.keep_audit(
            AuditRecord(
                moment=self.now(),
                actor=self.actor,
                action=action,
                page="CLI accounts",
                kind="account" if account else "",
                subject=safe_id(account.account_id) if account else "",
                outcome=Outcome.DONE,
            )
        )


@asynccontextmanager
async def _desk(call: CallOptions) -> AsyncIterator[_Desk]:
    made = settings(call.database, log_level="warning")
    origin = made.web_origin or f"http://{made.web_host}:{made.web_port}"
    async with opened_store(made) as (store, places):
        yield _Desk(
            store=store,
            places=places,
            now=office_clock(made),
            origin=origin,
            assumed=not made.web_origin,
            actor=f"cli:{call.actor or getuser()}",
        )


@calls(ACTOR, DATABASE)
def add_admin(
    call: CallOptions,
    *,
    login: Annotated[str, typer.Argument(metavar="LOGIN", help="Such as a mail address.")],
    name: Annotated[str, typer.Option("--name", help="Who it is; else the login.")] = "",
    ask_password: Annotated[
        bool, typer.Option("--ask-password", help="Ask for a password instead of printing a link.")
    ] = False,
) -> None:
    """Make an administrator, and print a link by which they set their password, once.

    管理者を作り、パスワードを決めるための1回だけのリンクを表示します。

    Example: talentpool accounts add-admin admin@example.jp
    """
    password = _typed_password(call) if ask_password else ""

    async def work() -> None:
        async with _desk(call) as desk:
            account = await management.new_admin(desk.store, login, name, password)
            await desk.record("add_admin", account)
            if password:
                _say(call, call.words("admin_made", login=account.login), account=account)
            else:
                await _give_reset_link(desk, call, account)

    run(work())


@calls(DATABASE)
def list_(call: CallOptions) -> None:
    """List the accounts: login, roles, and whether they may enter.

    アカウントの一覧です。

    Example: talentpool accounts list --json
    """

    async def work() -> None:
        async with _desk(call) as desk:
            accounts = await desk.store.accounts()
            if call.as_json:
                say_json({"accounts": [account_document(each) for each in accounts]})
            elif accounts:
                out.print(accounts_table(accounts, call.words))
            else:
                again = call.command("accounts", "add-admin", "LOGIN")
                out.print(call.words("accounts_none", command=again), markup=False)

    run(work())


@calls(YES, ACTOR, DATABASE)
def disable(call: CallOptions, *, login: LoginArgument) -> None:
    """Disable an account: nobody enters with it, and its sessions end at once.

    アカウントを止めます。開いている画面もすぐに使えなくなります。

    Example: talentpool accounts disable somebody@example.jp --yes
    """
    ask(call, call.words("account_disable_ask", login=login))

    async def work() -> None:
        async with _desk(call) as desk:
            account = await management.account_of(desk.store, login)
            changed = await management.disable(desk.store, account, desk.now())
            await desk.record("disable", account)
            _say(call, call.words("account_disabled", login=account.login), account=changed)

    run(work())


@calls(ACTOR, DATABASE)
def enable(call: CallOptions, *, login: LoginArgument) -> None:
    """Enable an account that was disabled.

    止めたアカウントを、また使えるようにします。

    Example: talentpool accounts enable somebody@example.jp
    """

    async def work() -> None:
        async with _desk(call) as desk:
            account = await management.account_of(desk.store, login)
            changed = await management.enable(desk.store, account)
            await desk.record("enable", account)
            _say(call, call.words("account_enabled", login=account.login), account=changed)

    run(work())


@calls(ACTOR, DATABASE)
def reset(call: CallOptions, *, login: LoginArgument) -> None:
    """Print a link by which somebody sets a new password, once, within a day.

    パスワードを決め直すための、1日だけ・1回だけのリンクを表示します。

    Example: talentpool accounts reset somebody@example.jp
    """

    async def work() -> None:
        async with _desk(call) as desk:
            account = await management.account_of(desk.store, login)
            await desk.record("reset_link", account)
            await _give_reset_link(desk, call, account)

    run(work())


@calls(POOL, ACTOR, DATABASE)
def invite(
    call: CallOptions,
    *,
    role: Annotated[AccountRole, typer.Argument(help="What they do here.")],
    talent: Annotated[
        str | None, typer.Option("--talent", metavar="ID", help="Which talent they are.")
    ] = None,
    municipality: Annotated[
        list[str],
        typer.Option(
            "--municipality",
            "-m",
            help="Code or name of a municipality they are of; repeatable.",
            default_factory=list,
            show_default=False,
        ),
    ],
    answers: Annotated[
        bool, typer.Option("--answers", help="They answer for their municipality themselves.")
    ] = False,
) -> None:
    """Print an invitation's link: whoever opens it first, within 7 days, makes an account.

    招待のリンクを表示します。7日のうちに最初に開いた人がアカウントを作れます。

    Example: talentpool accounts invite coordinator --pool 20
    """

    async def work() -> None:
        async with _desk(call) as desk:
            pool = pool_id(call.pool, desk.places) if call.pool else None
            grant = await bound(
                desk.store,
                role,
                pool_id=pool,
                talent_id=TalentId(talent) if talent else None,
                municipalities=[place(each, desk.places, pool) for each in municipality],
                answers=answers,
            )
            secret = await enrolment.invite(
                desk.store, (grant,), made_by=desk.actor, now=desk.now()
            )
            await desk.record("invite")
            link = f"{desk.origin}/welcome/{secret}"
            said = call.words("invitation_link", link=link) + _elsewhere(desk, call)
            _say(call, said, link=link)

    run(work())


async def _give_reset_link(desk: _Desk, call: CallOptions, account: Account) -> None:
    secret = await enrolment.reset_link(
        desk.store, account.account_id, made_by=desk.actor, now=desk.now()
    )
    link = f"{desk.origin}/new-password/{secret}"
    said = call.words("reset_link", login=account.login, link=link) + _elsewhere(desk, call)
    _say(call, said, account=account, link=link)


def _elsewhere(desk: _Desk, call: CallOptions) -> str:
    """What to do with a link where the console may be at another address."""
    return "\n" + call.words("link_elsewhere", origin=desk.origin) if desk.assumed else ""


def _say(
    call: CallOptions, text: str, *, account: Account | None = None, link: str | None = None
) -> None:
    if call.as_json:
        say_json({"account": account and account_document(account), "link": link})
    else:
        out.print(text, markup=False, soft_wrap=True, highlight=False)


def _typed_password(call: CallOptions) -> str:
    """Asked for twice, and not shown. Raises Mistake where the two differ."""
    first: str = typer.prompt(call.words("password_ask"), hide_input=True, err=True)
    again: str = typer.prompt(call.words("password_ask_again"), hide_input=True, err=True)
    if first != again:
        raise Mistake("passwords_differ")
    return first
