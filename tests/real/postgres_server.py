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
    programs = _programs()
    # initdb and postgres refuse to run as root.
    user = _unprivileged() if os.geteuid() == 0 else None
    home = Path(tempfile.mkdtemp(prefix="talentpool-postgres-"))
    if user:
        shutil.chown(home, user)
    data, port = home / "data", free_port()
    run_as: dict[str, Any] = {"user": user, "cwd": home}
    made = subprocess.run(
        [programs / "initdb", "-D", data, *_INITDB],
        capture_output=True,
        text=True,
        check=False,
        **run_as,
    )
    if made.returncode:
        shutil.rmtree(home)
        raise Unavailable(f"initdb failed: {made.stderr.strip()[-300:]}")
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(
            [programs / "postgres", "-D", data, "-p", str(port), *_POSTGRES],
            stdout=log,
            stderr=subprocess.STDOUT,
            **run_as,
        )

    def stop() -> None:
        end(process, signal.SIGINT)  # "fast": without waiting for clients to leave
        shutil.rmtree(home, ignore_errors=True)

    address = f"postgresql+psycopg://talentpool@127.0.0.1:{port}/postgres"
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            return Server(address=address, name=f"{_version(address)} (local)", stop=stop)
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > deadline:
                said = (home / "log").read_text(errors="replace")[-300:]
                stop()
                raise Unavailable(f"postgres did not start: {error}; {said}") from error
            time.sleep(0.05)


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
