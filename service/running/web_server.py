"""The console of a process: served over HTTP until the process ends."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from ipaddress import ip_address

import uvicorn

from infra.settings import Settings
from models.errors import Mistake
from models.log import log
from service.running.impatient_http import ImpatientHttp
from service.web_wiring import web_house
from service.wiring import Parts
from web.app import create_app

#: Seconds that answers under way may take once the end has come; live streams are cut.
_LAST_ANSWERS = 3
#: Seconds that a connection without a request stays: somebody reads a page meanwhile.
_KEPT_OPEN = 60
#: Connections at once, live streams among them: a process has a thousand files at most, and the
#: store and the log need some; whoever comes on top is told to come later (503).
_MOST_CONNECTIONS = 500


class _Server(uvicorn.Server):
    """Leaves the signals to whoever runs the process."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@asynccontextmanager
async def served(parts: Parts, *, sample_entry: bool = False) -> AsyncIterator[str]:
    """The console while the block runs; its address. Mistake where the port is taken."""
    settings = parts.settings
    listener = _listener(settings)
    port = listener.getsockname()[1]
    address = settings.web_origin or f"http://{settings.web_host}:{port}"
    house = web_house(parts, address, sample_entry=sample_entry)
    app = create_app(house)
    server = _Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=True,
            timeout_graceful_shutdown=_LAST_ANSWERS,
            timeout_keep_alive=_KEPT_OPEN,
            http=ImpatientHttp,
            limit_concurrency=_MOST_CONNECTIONS,
            proxy_headers=bool(settings.web_proxies),
            forwarded_allow_ips=settings.web_proxies or None,
            lifespan="off",
        )
    )
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        log.info("web.started", address=address)
        yield address
    finally:
        await house.feed.close()  # live streams end by themselves
        server.should_exit = True
        await app.state.pool_watch.close()
        await asyncio.wait([task])
        listener.close()
        log.info("web.stopped")


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches what listens there."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listener(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.web_host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.web_host, settings.web_port))
        # From now on browsers may come: who comes before the server does is answered by it.
        listener.listen()
    except OSError as error:
        listener.close()
        raise Mistake(
            "web_port_taken",
            host=settings.web_host,
            port=settings.web_port,
            error=error.strerror,
        ) from None
    return listener
