"""A real PostgreSQL: TALENTPOOL_TEST_POSTGRES, else Docker, else a local initdb and postgres."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import psycopg

from tests.real.server import Server, Unavailable, docker_answers, end, free_port, quiet

SETTING = "TALENTPOOL_TEST_POSTGRES"
DOCKER_IMAGE = "postgres:17-alpine"
START_SECONDS = 30.0

_INITDB = ("-U", "talentpool", "--auth=trust", "-N", "--encoding=UTF8", "--no-locale")
_POSTGRES = ("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=")


def start() -> Server:
    """The first PostgreSQL that can be had; its address is for SQLAlchemy with psycopg 3.

    Raises Unavailable, naming what was looked for.
    """
    if given := os.environ.get(SETTING):
        return _given(given)
    if docker_answers():
        return _docker()
    return _local()


def _given(url: str) -> Server:
    address = "postgresql+psycopg://" + url.split("://", 1)[1]
    return Server(address=address, name=f"{_version(address)} ({SETTING})", stop=lambda: None)


def _docker() -> Server:
    with quiet():
        from testcontainers.postgres import PostgresContainer

        container = PostgresContainer(DOCKER_IMAGE, driver="psycopg").start()
    address = container.get_connection_url()
    return Server(address=address, name=f"{_version(address)} (Docker)", stop=container.stop)


def _local() -> Server:
    made = Local()
    made.start()
    return Server(address=made.address, name=f"{_version(made.address)} (local)", stop=made.stop)


class Local:
    """One PostgreSQL of this machine's programs, on a free loopback port, data in a temp folder.

    Raises Unavailable where there are no programs, or they fail.
    """

    def __init__(self) -> None:
        self._programs = _programs()
        # initdb and postgres refuse to run as root.
        user = _unprivileged() if os.geteuid() == 0 else None
        self._home = Path(tempfile.mkdtemp(prefix="talentpool-postgres-"))
        if user:
            shutil.chown(self._home, user)
        self._run_as: dict[str, Any] = {"user": user, "cwd": self._home}
        self._process: subprocess.Popen[bytes] | None = None
        self._port = free_port()
        self.address = f"postgresql+psycopg://talentpool@127.0.0.1:{self._port}/postgres"
        made = subprocess.run(
            [self._programs / "initdb", "-D", self._home / "data", *_INITDB],
            capture_output=True,
            text=True,
            check=False,
            **self._run_as,
        )
        if made.returncode:
            self.stop()
            raise Unavailable(f"initdb failed: {made.stderr.strip()[-300:]}")

    def start(self) -> None:
        """Start it, again too with the data it has, and wait until it answers."""
        port = ("-p", str(self._port))
        with (self._home / "log").open("ab") as log:
            process = subprocess.Popen(
                [self._programs / "postgres", "-D", self._home / "data", *port, *_POSTGRES],
                stdout=log,
                stderr=subprocess.STDOUT,
                **self._run_as,
            )
        self._process = process
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                _version(self.address)
                return
            except psycopg.OperationalError as error:
                if process.poll() is not None or time.monotonic() > deadline:
                    said = (self._home / "log").read_text(errors="replace")[-300:]
                    self.stop()
                    raise Unavailable(f"postgres did not start: {error}; {said}") from error
                time.sleep(0.05)

    def shut_down(self) -> None:
        """As for a restart ("fast": without waiting for clients to leave); its data stay."""
        assert self._process
        end(self._process, signal.SIGINT)

    def stop(self) -> None:
        """End it and remove its data."""
        if self._process is not None:
            self.shut_down()
        shutil.rmtree(self._home, ignore_errors=True)


def _programs() -> Path:
    """The folder of initdb: the newest of Debian's, else the one on PATH."""
    debian = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    found = sorted(debian, key=lambda p: int(p.parts[-3]) if p.parts[-3].isdigit() else 0)
    if found:
        return found[-1].parent
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    raise Unavailable(
        f"PostgreSQL: {SETTING} is not set, no Docker engine answers, and there is no initdb "
        "in /usr/lib/postgresql/*/bin or on PATH"
    )


def _unprivileged() -> str:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise Unavailable("PostgreSQL does not run as root, and there is no user postgres or nobody")


def _version(address: str) -> str:
    with psycopg.connect(address.replace("+psycopg", "", 1), connect_timeout=5) as connection:
        row = connection.execute("SHOW server_version").fetchone()
    return f"PostgreSQL {row[0] if row else '?'}"
