"""A real Apache Kafka: TALENTPOOL_TEST_KAFKA, else Docker, else Maven's jars in a JVM."""

import os
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

from tests.real.server import Server, Unavailable, docker_answers, end, free_port, quiet

SETTING = "TALENTPOOL_TEST_KAFKA"
CACHE = Path("~/.cache/talentpool").expanduser()
POM = Path(__file__).with_name("pom.xml")
START_SECONDS = 60.0

_COPY = "dependency:copy-dependencies"

#: 16 bytes in URL-safe base64, as StorageTool's random-uuid would print them: one JVM start less.
_CLUSTER_ID = "dGFsZW50cG9vbC10ZXN0cw"


def start() -> Server:
    """The first Apache Kafka that can be had; its address is its bootstrap servers.

    Raises Unavailable, naming what was looked for.
    """
    if given := os.environ.get(SETTING):
        _wait(given, lambda: True)
        return Server(address=given, name=f"Apache Kafka ({SETTING})", stop=lambda: None)
    if docker_answers():
        return _docker()
    return _jvm()


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


def _docker() -> Server:
    port = free_port()
    given = settings(9092, 9093) | {
        "listeners": "PLAINTEXT://0.0.0.0:9092,CONTROLLER://127.0.0.1:9093",
        "advertised.listeners": f"PLAINTEXT://127.0.0.1:{port}",
    }
    with quiet():
        from testcontainers.core.container import DockerContainer

        container = DockerContainer(f"apache/kafka:{version()}").with_bind_ports(9092, port)
        for name, value in given.items():
            container = container.with_env("KAFKA_" + name.replace(".", "_").upper(), value)
        container.start()
    address = f"127.0.0.1:{port}"
    try:
        _wait(address, lambda: True)
    except Unavailable:
        container.stop()
        raise
    return Server(address=address, name=f"Apache Kafka {version()} (Docker)", stop=container.stop)


def _jvm() -> Server:
    java, jars = _java(), _jars()
    home = Path(tempfile.mkdtemp(prefix="talentpool-kafka-"))
    port = free_port()
    given = settings(port, free_port()) | {"log.dirs": str(home / "data")}
    properties = home / "server.properties"
    properties.write_text("".join(f"{name}={value}\n" for name, value in given.items()))

    tool = [java, "-cp", f"{jars}/*", "kafka.tools.StorageTool", "format", "--standalone"]
    made = subprocess.run(
        [*tool, "-t", _CLUSTER_ID, "-c", str(properties)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        shutil.rmtree(home)
        raise Unavailable(f"Apache Kafka: formatting its storage failed: {made.stderr[-300:]}")

    with (home / "log").open("wb") as log:
        process = subprocess.Popen(
            [java, "-Xmx512m", "-cp", f"{jars}/*", "kafka.Kafka", str(properties)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=home,
        )

    def stop() -> None:
        end(process, signal.SIGTERM)
        shutil.rmtree(home, ignore_errors=True)

    address = f"127.0.0.1:{port}"
    try:
        _wait(address, lambda: process.poll() is None)
    except Unavailable as error:
        said = (home / "log").read_text(errors="replace")[-600:]
        stop()
        raise Unavailable(f"{error}: {said}") from error
    return Server(
        address=address, name=f"Apache Kafka {version()} (local JVM, jars of Maven)", stop=stop
    )


def _java() -> str:
    java = shutil.which("java")
    if java is None:
        raise Unavailable(
            f"Apache Kafka: {SETTING} is not set, no Docker engine answers, and there is no java"
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


def _wait(address: str, alive: Callable[[], bool]) -> None:
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
