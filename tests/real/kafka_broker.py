"""A real Apache Kafka: TALENTPOOL_TEST_KAFKA, else Docker, else Maven's jars in a JVM."""

import os

from tests.real.kafka_jvm import Jvm, settings, version, wait
from tests.real.server import Server, Unavailable, docker_answers, free_port, quiet

SETTING = "TALENTPOOL_TEST_KAFKA"


def start() -> Server:
    """The first Apache Kafka that can be had; its address is its bootstrap servers.

    Raises Unavailable, naming what was looked for.
    """
    if given := os.environ.get(SETTING):
        wait(given, lambda: True)
        return Server(address=given, name=f"Apache Kafka ({SETTING})", stop=lambda: None)
    if docker_answers():
        return _docker()
    broker = Jvm()
    broker.start()
    name = f"Apache Kafka {version()} (local JVM, jars of Maven)"
    return Server(address=broker.address, name=name, stop=broker.stop)


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
        wait(address, lambda: True)
    except Unavailable:
        container.stop()
        raise
    return Server(address=address, name=f"Apache Kafka {version()} (Docker)", stop=container.stop)
