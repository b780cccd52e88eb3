"""The cookies: a secret for whoever has signed in, a language for whoever has not."""

from starlette.requests import Request
from starlette.responses import Response

from web.house import WebSettings

LANG = "lang"
#: Which of several grants somebody acts by: its key.
ACTING = "acting"
#: What a browser keeps while the organisation's sign-in is asked.
OUTSIDE = "outside"


def session_cookie(settings: WebSettings) -> str:
    """Its name: browsers keep `__Host-` cookies to this host, encrypted and for every path."""
    return "__Host-talentpool" if settings.secure else "talentpool"


def session_secret(request: Request, settings: WebSettings) -> str:
    """What the browser brings; empty where it has not signed in."""
    return request.cookies.get(session_cookie(settings), "")


def keep_session(response: Response, secret: str, settings: WebSettings) -> None:
    """The browser brings this secret from now on."""
    response.set_cookie(
        session_cookie(settings),
        secret,
        max_age=int(settings.times.absolute.total_seconds()),
        httponly=True,
        secure=settings.secure,
        samesite="lax",
    )


def drop_session(response: Response, settings: WebSettings) -> None:
    """The browser brings none from now on."""
    response.delete_cookie(
        session_cookie(settings), httponly=True, secure=settings.secure, samesite="lax"
    )


def keep_outside(response: Response, state: str, settings: WebSettings) -> None:
    """This browser has asked the organisation's sign-in, and waits for its answer."""
    response.set_cookie(
        OUTSIDE,
        state,
        max_age=600,
        path="/sign-in/outside",
        httponly=True,
        secure=settings.secure,
        samesite="lax",
    )


def drop_outside(response: Response) -> None:
    """The answer has come."""
    response.delete_cookie(OUTSIDE, path="/sign-in/outside")
