"""`python -m tests.real up`: a real broker and database in the foreground, until Ctrl-C."""

import signal
import sys

from tests.real import kafka_broker, postgres_server
from tests.real.server import Server, Unavailable


def main(arguments: list[str]) -> int:
    """Start both, print the settings that name them, and end both on Ctrl-C."""
    if arguments != ["up"]:
        sys.stderr.write("usage: python -m tests.real up\n")
        return 2
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    running: list[Server] = []
    try:
        for setting, start in (
            (kafka_broker.SETTING, kafka_broker.start),
            (postgres_server.SETTING, postgres_server.start),
        ):
            server = start()
            running.append(server)
            _say(f"# {server.name}\nexport {setting}={server.address}")
        _say("# Ctrl-C ends both")
        signal.pause()
    except Unavailable as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        for server in reversed(running):
            server.stop()
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
