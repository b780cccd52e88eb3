"""Which dead letters are wanted: by status, pool, reason and topic."""

from dataclasses import dataclass, replace

from models.ingest import DeadLetterSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFilter:
    """What is empty does not narrow."""

    status: str = ""
    pool: str = ""
    reason: str = ""  #: a code, such as `written_by_newer_version`
    topic: str = ""

    def lets(self, letter: DeadLetterSummary) -> bool:
        """Whether it is one of them."""
        return (
            self.status in {"", letter.status}
            and self.pool in {"", letter.pool_id}
            and self.reason in {"", letter.reason}
            and self.topic in {"", letter.topic}
        )

    @property
    def of_new(self) -> "LetterFilter":
        """The same of those that nobody has looked after yet."""
        return replace(self, status="new")
