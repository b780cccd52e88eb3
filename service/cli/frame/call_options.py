"""How a command was called: in which language, on which data, by whom."""

import shlex
from dataclasses import dataclass

from wording import Lang, Words


class Registered:
    """Names of places from the registry, which is read when the first name is asked for."""

    def name(self, code: str) -> str:
        """What the municipality or prefecture is called."""
        # It reads a table: only where a place is named.
        from infra.registry import registry  # noqa: PLC0415

        return registry().name(code)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOptions:
    """The options that many commands share; commands it suggests are to be made in the same way."""

    lang: Lang = "ja"
    as_json: bool = False
    pool: str | None = None  #: as it was written: a code or a name
    wait: bool = False
    deadline: float = 30.0
    dry_run: bool = False
    force: bool = False
    yes: bool = False
    seen: int | None = None  #: the revision that was looked at
    if_still: str | None = None
    actor: str | None = None
    database: str | None = None
    kafka: str | None = None

    def command(self, *words: str) -> str:
        """A `talentpool` command that works when pasted here."""
        where = ["--database", self.database] if self.database else []
        where += ["--kafka", self.kafka] if self.kafka else []
        return shlex.join(["talentpool", *words, *where])

    @property
    def words(self) -> Words:
        """What turns codes into text in the language of this call."""
        return Words(self.lang, Registered())

    def say(self, ja: str, en: str) -> str:
        """The sentence in the language of this call."""
        return en if self.lang == "en" else ja
