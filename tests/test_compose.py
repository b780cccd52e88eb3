"""docker-compose.yml and the Dockerfile say what the code and the Makefile say. Not run here."""

import re
from typing import Any

import pytest
import yaml
from sqlalchemy import make_url

from application.queries.health import checks
from infra.settings import Settings
from service.docs.pages import ROOT
from service.health_checks.every_check import EveryCheck
from service.office_time import office_clock
from service.running.consumer_groups import GROUPS
from tests.test_architecture import ROOMS

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, Any] = COMPOSE["services"]
GIVEN: dict[str, str] = SERVICES["service"]["environment"]
DOCKERFILE = (ROOT / "Dockerfile").read_text()


def filled(text: str) -> str:
    """The text with the defaults of `${NAME:-default}`."""
    return re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", text)


def settings(monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The settings as the container reads them."""
    for name, text in GIVEN.items():
        monkeypatch.setenv(name, filled(text))
    return Settings()


def test_there_is_kafka_postgres_and_the_service_and_nothing_else() -> None:
    assert set(SERVICES) == {"kafka", "postgres", "service"}
    assert SERVICES["kafka"]["image"].startswith("apache/kafka:")
    assert SERVICES["postgres"]["image"].startswith("postgres:")


def test_every_variable_is_a_setting_and_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {f"TALENTPOOL_{name.upper()}" for name in Settings.model_fields}

    assert set(GIVEN) <= names
    made = settings(monkeypatch)
    for name, text in GIVEN.items():
        assert str(getattr(made, name.removeprefix("TALENTPOOL_").lower())) == filled(text)


def test_the_service_speaks_to_the_broker_where_it_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    kafka = SERVICES["kafka"]["environment"]
    listening = dict(each.split("://") for each in kafka["KAFKA_LISTENERS"].split(","))
    advertised = dict(each.split("://") for each in kafka["KAFKA_ADVERTISED_LISTENERS"].split(","))

    inside = kafka["KAFKA_INTER_BROKER_LISTENER_NAME"]
    assert settings(monkeypatch).kafka == advertised[inside]
    assert advertised[inside].startswith("kafka:")
    for name, address in advertised.items():
        assert listening[name].rpartition(":")[2] == address.rpartition(":")[2]
    protocols = kafka["KAFKA_LISTENER_SECURITY_PROTOCOL_MAP"].split(",")
    assert {each.split(":")[0] for each in protocols} == set(listening)


def test_this_machine_reaches_the_broker_at_the_advertised_port_and_nobody_else_does() -> None:
    advertised = SERVICES["kafka"]["environment"]["KAFKA_ADVERTISED_LISTENERS"]
    [port] = SERVICES["kafka"]["ports"]
    host, outside, inside = port.split(":")

    assert host == "127.0.0.1"
    assert outside == inside
    assert f"OUTSIDE://localhost:{outside}" in advertised


def test_the_broker_is_one_node_of_its_own() -> None:
    kafka = SERVICES["kafka"]["environment"]
    voter, address = kafka["KAFKA_CONTROLLER_QUORUM_VOTERS"].split("@")

    assert set(kafka["KAFKA_PROCESS_ROLES"].split(",")) == {"broker", "controller"}
    assert voter == kafka["KAFKA_NODE_ID"]
    assert (
        f"{kafka['KAFKA_CONTROLLER_LISTENER_NAMES']}://:{address.rpartition(':')[2]}"
        in (kafka["KAFKA_LISTENERS"])
    )
    factors = [text for name, text in kafka.items() if "REPLICATION_FACTOR" in name]
    assert set(factors) == {"1"} == {GIVEN["TALENTPOOL_REPLICATION"]}


def test_a_mistyped_topic_is_not_made() -> None:
    assert SERVICES["kafka"]["environment"]["KAFKA_AUTO_CREATE_TOPICS_ENABLE"] == "false"


def test_the_service_speaks_to_the_database_that_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made = SERVICES["postgres"]["environment"]
    url = make_url(settings(monkeypatch).database)

    assert (url.get_backend_name(), url.host, url.port) == ("postgresql", "postgres", 5432)
    assert url.username == made["POSTGRES_USER"]
    assert url.password == filled(made["POSTGRES_PASSWORD"])
    assert url.database == made["POSTGRES_DB"]


def test_everything_has_a_health_check_and_the_service_waits_for_the_others() -> None:
    assert all("healthcheck" in service for service in SERVICES.values())
    waits = SERVICES["service"]["depends_on"]
    assert waits == {name: {"condition": "service_healthy"} for name in ("kafka", "postgres")}


def test_the_health_check_of_the_service_names_checks_there_are() -> None:
    words = SERVICES["service"]["healthcheck"]["test"]
    probes = EveryCheck(settings=Settings(), now=office_clock(Settings()))
    names = [check.name for check in checks(probes, tuple(GROUPS))]

    assert words[:3] == ["CMD", "talentpool", "doctor"]
    assert set(words[3::2]) == {"--only"}
    assert all(any(name.startswith(word) for name in names) for word in words[4::2])


def test_what_is_kept_is_kept_in_volumes() -> None:
    for name in ("kafka", "postgres"):
        [mount] = SERVICES[name]["volumes"]
        assert mount.partition(":")[0] in COMPOSE["volumes"]


def test_the_image_holds_every_room_and_installs_locked_packages_alone() -> None:
    rooms = set(ROOMS)

    assert {f"COPY {room} {room}" for room in rooms} <= set(DOCKERFILE.splitlines())
    assert "--require-hashes -r requirements/runtime.lock" in DOCKERFILE
    assert "--no-deps --no-build-isolation" in DOCKERFILE
    allowed = {line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text().splitlines()}
    copied = re.findall(r"^COPY (.+) \S+$", DOCKERFILE, re.MULTILINE)
    sources = {source for group in copied for source in group.split()}
    assert all(
        source in allowed or any(name.startswith(source) for name in allowed) for source in sources
    )
    assert all((ROOT / source).exists() for source in sources)


def test_the_image_runs_a_python_that_the_project_supports() -> None:
    found = re.search(r"FROM python:3\.(\d+)-slim", DOCKERFILE)

    assert found
    assert 11 <= int(found[1]) <= 13


def test_the_lock_of_the_image_names_no_index() -> None:
    lock = (ROOT / "requirements/runtime.lock").read_text()

    assert "index-url" not in lock
    assert "://" not in lock
