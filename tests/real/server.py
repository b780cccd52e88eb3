"""What a launched server is: an address, its name and version, and the way to end it."""

import shutil
import socket
import subprocess
import warnings
from collections.abc import Callable
from dataclasses import dataclass

GRACE_SECONDS = 20.0


class Unavailable(Exception):
    """No server of this kind can be had here; the message says what was tried."""


@dataclass(frozen=True, kw_only=True)
class Server:
    """A server that answers at `address` until `stop` is called."""

    address: str
    name: str  #: product, version and where it came from, for people
    stop: Callable[[], None]


def free_port() -> int:
    """A loopback port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def end(process: subprocess.Popen[bytes], signal: int) -> None:
    """Ask one process to end, by its pid; kill it where it does not within the grace."""
    if process.poll() is None:
        process.send_signal(signal)
    try:
        process.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def docker_answers() -> bool:
    """A Docker engine can be reached; that the client is installed is not enough."""
    client = shutil.which("docker")
    if client is None:
        return False
    asked = [client, "version", "--format", "{{.Server.Version}}"]
    try:
        return subprocess.run(asked, capture_output=True, timeout=10, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def quiet() -> "warnings.catch_warnings[None]":
    """Warnings of other people's launchers are not ours to fix, so they must not fail a test."""
    return warnings.catch_warnings(action="ignore")
