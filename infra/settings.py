"""Settings, read once from the environment; only the service room makes them."""

from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    Field,
    NonNegativeFloat,
    PositiveFloat,
    PositiveInt,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from models.unfit import Unfit


def _known(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Unfit("timezone_unknown") from None
    return name


class Settings(BaseSettings):
    """Every setting has one environment twin, `TALENTPOOL_` and its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix="TALENTPOOL_",
        env_ignore_empty=True,  # as a compose file hands on what nobody has set
        frozen=True,
    )

    database: str = Field(
        default="sqlite:///var/talentpool.db",
        description="The store: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME.",
    )
    database_password_file: Path | None = Field(
        default=None,
        description="File that holds the password of PostgreSQL, and nothing else: it then stands "
        "neither in the URL nor among the arguments of a process.",
    )
    kafka: str = Field(
        default="",
        description="Kafka bootstrap servers, such as localhost:9092. Empty: the embedded log.",
    )
    partitions: PositiveInt = Field(
        default=6, description="Partitions of each topic, where the service makes it on Kafka."
    )
    replication: PositiveInt = Field(
        default=1, description="Replication factor of each topic made on Kafka; 3 in production."
    )
    database_seconds: PositiveFloat = Field(
        default=15.0,
        description="Seconds that PostgreSQL may take for one statement, and keeps a transaction "
        "whose client has gone silent; a lock is waited for a third as long. Then: tried again.",
    )
    stuck_seconds: NonNegativeFloat = Field(
        default=300.0,
        description="Seconds for which a piece of work may be in hand without an end and without "
        "a word: then the service says which, and ends with exit code 4; 0: never.",
    )
    solve_seconds: PositiveFloat = Field(
        default=1.0, description="Seconds for the first plan after a change."
    )
    improve_seconds: NonNegativeFloat = Field(
        default=10.0, description="Seconds to improve a plan while its pool is quiet; 0: never."
    )
    compile_search: bool = Field(
        default=True,
        description="Compile the search in the background, at low priority, where set-up has not: "
        "until then plans come from greedy insertion and HiGHS.",
    )
    municipalities: Path | None = Field(
        default=None,
        description="CSV file of municipalities (code, lat, lon, island, population, it_staff, "
        "digital_services, vendors): visits then cost the way, and need counts.",
    )
    municipality_shapes: Path | None = Field(
        default=None,
        description="GeoJSON file of municipalities' shapes by code (property code, or N03_007 of "
        "the national land data): the plan is then shown as a map too.",
    )
    timezone: Annotated[str, AfterValidator(_known)] = Field(
        default="Asia/Tokyo",
        description="Time zone of the offices: what they mean by today, this month, this year.",
    )
    web_host: str = Field(
        default="127.0.0.1",
        description="Address on which the console listens; 0.0.0.0 behind a proxy that encrypts.",
    )
    web_port: Annotated[int, Field(ge=0, le=65535)] = Field(
        default=8000, description="Port of the console; 0: a free one."
    )
    web_origin: str = Field(
        default="",
        description="How browsers reach the console, such as https://pool.example.jp: cookies and "
        "links are made for it. Empty: the address it listens on.",
    )
    web_proxies: str = Field(
        default="",
        description="Addresses of the proxies before the console, separated by commas: what they "
        "say of where a browser is (X-Forwarded-For) is believed, and tries are counted by it.",
    )
    web_idle_minutes: PositiveInt = Field(
        default=60, description="Minutes without a click after which a browser signs in again."
    )
    web_session_hours: PositiveInt = Field(
        default=12, description="Hours after a sign-in for which it holds at the longest."
    )
    api_per_minute: Annotated[int, Field(ge=0)] = Field(
        default=600,
        description="Requests a minute of a program's token, before it is told to wait (429); "
        "0: any number.",
    )
    webhook_hosts: str = Field(
        default="",
        description="Hosts to which match events may be sent, separated by commas, such as "
        "hooks.example.jp: over https, to this machine over http too. Empty: webhooks are off.",
    )
    oidc_issuer: str = Field(
        default="",
        description="An organisation's own sign-in (OpenID Connect): its issuer, as it names "
        "itself. Only people who have an account here, or an invitation, enter. Empty: none.",
    )
    oidc_client_id: str = Field(default="", description="How the provider knows this console.")
    oidc_client_secret_file: Path | None = Field(
        default=None, description="File that holds the client secret, and nothing else."
    )
    oidc_claim: str = Field(
        default="email",
        description="Claim that names the login of whoever comes by an invitation; `email`, where "
        "the provider has verified it, also binds the account of that login.",
    )
    web_contact: str = Field(
        default="",
        description="Whom people ask, shown on the pages of help: an office and its telephone.",
    )
    log_format: Literal["auto", "json", "text"] = Field(
        default="auto", description="Log lines as JSON or text; auto: text on a terminal."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="The least level that is logged."
    )

    @model_validator(mode="before")
    @classmethod
    def _with_password(cls, given: dict[str, Any]) -> dict[str, Any]:
        """The URL with the password of the file."""
        file = given.get("database_password_file")
        if not file or "://" not in given.get("database", ""):
            return given
        try:
            password = Path(file).read_text(encoding="utf-8").strip("\r\n")
        except OSError as error:
            raise Unfit("password_file_unreadable", error=error.strerror) from None
        scheme, _, rest = given["database"].partition("://")
        if not scheme.startswith("postgres"):
            return given
        who, _, where = rest.rpartition("@")
        user = who.partition(":")[0]
        return given | {"database": f"{scheme}://{user}:{quote(password, safe='')}@{where}"}

    @property
    def allowed_webhook_hosts(self) -> tuple[str, ...]:
        """Hosts to which match events may be sent."""
        return tuple(each.strip().lower() for each in self.webhook_hosts.split(",") if each.strip())

    @property
    def embedded_file(self) -> Path:
        """The file of the embedded event log: the store's own where that is SQLite."""
        prefix = "sqlite:///"
        if self.database.startswith(prefix):
            return Path(self.database.removeprefix(prefix))
        return Path("var/talentpool-log.db")
