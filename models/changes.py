"""Two revisions of an entity: what changed, field by field and month by month, as data."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from models.entities import Request, Talent
from models.phrase import Param, Phrase
from models.written_hours import quarters

Document = dict[str, Any]

#: What the values of a field are, where they are codes and no plain text.
_KINDS = {
    "urgency": "urgency",
    "nature": "nature",
    "form": "form",
    "role": "role_name",
    "roles": "role_name",
    "training_waiver": "training_waiver",
    "status": "entity_status",
    "municipalities": "place",
    "excluded": "place",
    "base": "place",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field, before and after, as it stands in JSON; `line` where it is a demand line's."""

    field: str
    before: Any
    after: Any
    line: int | None = None
    month: str | None = None

    def document(self) -> Document:
        """As it stands in JSON answers."""
        return {
            "line": self.line,
            "field": self.field,
            "month": self.month,
            "before": self.before,
            "after": self.after,
        }

    @property
    def phrase(self) -> Phrase:
        """`要請枠1・時間・2026年12月：16 → 24`, in whatever language."""
        line, month = self.line is not None, self.month is not None
        code = f"change{'_line' * line}{'_month' * month}"
        return Phrase.of(
            code,
            line=self.line,
            field=self.field,
            month=self.month,
            before=self._shown(self.before),
            after=self._shown(self.after),
        )

    def _shown(self, content: Any) -> Param:
        if content in (None, "", [], {}):
            return Phrase.of("nothing")
        if isinstance(content, bool):
            return Phrase.of("as_yes_no", value=content)
        if isinstance(content, dict) and "hours" in content:
            total = sum(quarters(hours) for hours in content["hours"].values())
            return Phrase.of("line_in_short", role=content["role"], hours=total)
        if isinstance(content, dict):
            return tuple(f"{name}:{level}" for name, level in content.items())
        value: Param = tuple(content) if isinstance(content, list) else content
        kind = _KINDS.get(self.field)
        return Phrase.of(f"as_{kind}", value=value) if kind else value


def changed(before: Request | Talent, after: Request | Talent) -> list[Change]:
    """Every field that differs, hours by month; the revision is not a change."""
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    return list(_differences(old, new))


def _differences(old: Document, new: Document, line: int | None = None) -> Iterable[Change]:
    for name in old:
        was, now = old[name], new[name]
        if name == "revision" or was == now:
            continue
        if name == "lines":
            yield from _lines(old, new)
        elif name in {"hours", "capacity"}:
            for month in sorted(set(was) | set(now)):
                if was.get(month, 0) != now.get(month, 0):
                    yield Change(
                        field=name,
                        before=was.get(month, 0),
                        after=now.get(month, 0),
                        line=line,
                        month=month,
                    )
        else:
            yield Change(field=name, before=was, after=now, line=line)


def _lines(old: Document, new: Document) -> Iterable[Change]:
    was = {each["line"]: each for each in old["lines"]}
    now = {each["line"]: each for each in new["lines"]}
    for number in sorted(was | now):
        if number in was and number in now:
            yield from _differences(was[number], now[number], number)
        else:
            yield Change(field="hours", before=was.get(number), after=now.get(number), line=number)
