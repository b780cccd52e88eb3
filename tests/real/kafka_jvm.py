"""Apache Kafka in a JVM of this machine, from jars that Maven fetches once."""

import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient

from tests.real.server import Unavailable, end, free_port

CACHE = Path("~/.cache/talentpool").expanduser()
POM = Path(__file__).with_name("pom.xml")
START_SECONDS = 60.0

_COPY = "dependency:copy-dependencies"
#: 16 bytes in URL-safe base64, as StorageTool's random-uuid would print them: one JVM start less.
_CLUSTER_ID = "dGFsZW50cG9vbC10ZXN0cw"


class Jvm:
    """One broker that is its own controller, on free loopback ports, its data in a temp folder.

    `advertised` is the address that clients are sent to, where it is not the broker's own. Raises
    Unavailable where there is no Java, or Kafka cannot be fetched.
    """

    def __init__(self, advertised: str = "") -> None:
        self._java, self._jars = _java(), _jars()
        self._home = Path(tempfile.mkdtemp(prefix="talentpool-kafka-"))
        self._properties = self._home / "server.properties"
        self._process: subprocess.Popen[bytes] | None = None
        port = free_port()
        self.address = f"127.0.0.1:{port}"
        given = settings(port, free_port()) | {"log.dirs": str(self._home / "data")}
        if advertised:
            given["advertised.listeners"] = f"PLAINTEXT://{advertised}"
        self._properties.write_text("".join(f"{name}={value}\n" for name, value in given.items()))
        tool = self._command("kafka.tools.StorageTool", "format", "--standalone")
        made = subprocess.run(
            [*tool, "-t", _CLUSTER_ID, "-c", str(self._properties)],
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            self.stop()
            raise Unavailable(f"Apache Kafka: formatting its storage failed: {made.stderr[-300:]}")

    def start(self) -> None:
        """Start it, again too with the data it has, and wait until it answers."""
        with (self._home / "log").open("ab") as log:
            process = subprocess.Popen(
                self._command("kafka.Kafka", str(self._properties)),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self._home,
            )
        self._process = process
        try:
            wait(self.address, lambda: process.poll() is None)
        except Unavailable as error:
            said = (self._home / "log").read_text(errors="replace")[-600:]
            self.stop()
            raise Unavailable(f"{error}: {said}") from error

    def kill(self) -> None:
        """kill -9; its data stay."""
        assert self._process
        end(self._process, signal.SIGKILL)

    def stop(self) -> None:
        """End it and remove its data."""
        if self._process is not None:
            end(self._process, signal.SIGTERM)
        shutil.rmtree(self._home, ignore_errors=True)

    def _command(self, main: str, *arguments: str) -> list[str]:
        return [self._java, "-Xmx512m", "-cp", f"{self._jars}/*", main, *arguments]


def version() -> str:
    """The version of Apache Kafka that Docker and Maven are asked for."""
    found = re.search(r"<kafka\.version>(.+?)</kafka\.version>", POM.read_text())
    assert found
    return found[1]


def settings(port: int, controller_port: int) -> dict[str, str]:
    """server.properties of one broker that is its own controller (KRaft)."""
    return {
        "process.roles": "broker,controller",
        "node.id": "1",
        "controller.quorum.bootstrap.servers": f"127.0.0.1:{controller_port}",
        "controller.listener.names": "CONTROLLER",
        "listeners": f"PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller_port}",
        "advertised.listeners": f"PLAINTEXT://127.0.0.1:{port}",
        "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "offsets.topic.replication.factor": "1",
        "offsets.topic.num.partitions": "4",
        "transaction.state.log.replication.factor": "1",
        "transaction.state.log.min.isr": "1",
        "group.initial.rebalance.delay.ms": "0",
        "auto.create.topics.enable": "false",
    }


def wait(address: str, alive: Callable[[], bool]) -> None:
    """Until the broker answers a metadata request."""
    admin = AdminClient({"bootstrap.servers": address, "log_level": 0})
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            if admin.list_topics(timeout=1).brokers:
                return
        except KafkaException as error:
            if time.monotonic() > deadline or not alive():
                raise Unavailable(f"Apache Kafka at {address} does not answer") from error


def _java() -> str:
    java = shutil.which("java")
    if java is None:
        raise Unavailable(
            "Apache Kafka: no broker is given, no Docker engine answers, and there is no java"
        )
    return java


def _jars() -> Path:
    """The folder of Kafka's jars, fetched by Maven at the first use."""
    jars = CACHE / f"kafka-{version()}"
    if jars.is_dir():
        return jars
    maven = shutil.which("mvn")
    if maven is None:
        raise Unavailable(f"Apache Kafka: {jars} does not exist, and there is no mvn to fill it")
    CACHE.mkdir(parents=True, exist_ok=True)
    # Filled beside its place and then renamed: half a folder of jars must never look whole.
    filling = Path(tempfile.mkdtemp(prefix="filling-", dir=CACHE))
    fetched = subprocess.run(
        [maven, "-B", "-q", "-f", POM, _COPY, f"-DoutputDirectory={filling}"],
        capture_output=True,
        text=True,
        check=False,
    )
    if fetched.returncode or not any(filling.glob("kafka_2.13-*.jar")):
        shutil.rmtree(filling)
        raise Unavailable(f"Apache Kafka: Maven could not fetch it: {fetched.stdout[-300:]}")
    try:
        filling.rename(jars)
    except OSError:  # another run was faster
        shutil.rmtree(filling)
    return jars
