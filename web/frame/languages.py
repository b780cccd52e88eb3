"""Which language a page speaks: what the person chose, else the cookie, else Japanese."""

from typing import cast, get_args

from starlette.requests import Request

from models.accounts import Account
from web.frame.cookies import LANG
from wording.reader import Lang


def lang_of(request: Request, account: Account | None) -> Lang:
    """`?lang=` for one page; else the account's; else the cookie's; else Japanese."""
    wishes = (
        request.query_params.get("lang"),
        account.lang if account else None,
        request.cookies.get(LANG),
    )
    known = (cast(Lang, wish) for wish in wishes if wish in get_args(Lang))
    return next(known, "ja")
