"""Two revisions of an entity: what changed, in words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from models.entities import Request, Talent
from models.hours import decimal
from models.months import Month
from models.written_hours import quarters
from wording import labels
from wording.fields.names import field_label
from wording.months import label
from wording.reader import Lang, PlaceNames

Document = dict[str, Any]

_WORDS: Mapping[str, Callable[[str, Lang], str]] = {
    "urgency": lambda level, lang: labels.urgency(int(level), lang),
    "nature": labels.nature,
    "form": labels.form,
    "role": labels.role,
    "roles": labels.role,
    "training_waiver": labels.training_waiver,
    "status": lambda code, lang: (
        labels.talent_status(code, lang)
        if code in labels.TALENT_STATUSES
        else labels.request_status(code, lang)
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One field, before and after, as it stands in JSON; `line` where it is a demand line's."""

    field: str
    before: Any
    after: Any
    line: int | None = None
    month: str | None = None

    def document(self) -> Document:
        """As it stands in `--json`."""
        return {
            "line": self.line,
            "field": self.field,
            "month": self.month,
            "before": self.before,
            "after": self.after,
        }

    def text(self, places: PlaceNames, lang: Lang = "ja") -> str:
        """`要請枠1・時間・2026年12月：16 → 24`."""
        parts = [field_label(self.field, lang)]
        if self.line is not None:
            parts.insert(0, f"要請枠{self.line}" if lang == "ja" else f"line {self.line}")
        if self.month is not None:
            parts.append(label(Month(self.month)) if lang == "ja" else self.month)
        where = "・".join(parts) if lang == "ja" else ", ".join(parts)
        colon = "：" if lang == "ja" else ": "
        before, after = (self._shown(x, places, lang) for x in (self.before, self.after))
        return f"{where}{colon}{before} → {after}"

    def _shown(self, content: Any, places: PlaceNames, lang: Lang) -> str:
        if content in (None, "", [], {}):
            return "なし" if lang == "ja" else "none"
        if isinstance(content, bool):
            return labels.yes_no(content, lang)
        if isinstance(content, dict) and "hours" in content:
            total = decimal(sum(quarters(h) for h in content["hours"].values()))
            role = labels.role(content["role"], lang, short=True)
            return f"{role} {total}" + ("時間" if lang == "ja" else " h")
        if isinstance(content, dict):
            return "、".join(f"{name}:{level}" for name, level in content.items())
        if isinstance(content, list):
            return "、".join(self._word(each, places, lang) for each in content)
        return self._word(content, places, lang)

    def _word(self, content: Any, places: PlaceNames, lang: Lang) -> str:
        if self.field in {"municipalities", "excluded", "base"}:
            return places.name(str(content))
        words = _WORDS.get(self.field)
        return words(str(content), lang) if words else str(content)


def changed(before: Request | Talent, after: Request | Talent) -> list[Changed]:
    """Every field that differs, hours by month; the revision is not a change."""
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    return list(_differences(old, new))


def _differences(old: Document, new: Document, line: int | None = None) -> Iterable[Changed]:
    for name in old:
        was, now = old[name], new[name]
        if name == "revision" or was == now:
            continue
        if name == "lines":
            yield from _lines(old, new)
        elif name in {"hours", "capacity"}:
            for month in sorted(set(was) | set(now)):
                if was.get(month, 0) != now.get(month, 0):
                    yield Changed(
                        field=name,
                        before=was.get(month, 0),
                        after=now.get(month, 0),
                        line=line,
                        month=month,
                    )
        else:
            yield Changed(field=name, before=was, after=now, line=line)


def _lines(old: Document, new: Document) -> Iterable[Changed]:
    was = {each["line"]: each for each in old["lines"]}
    now = {each["line"]: each for each in new["lines"]}
    for number in sorted(was | now):
        if number in was and number in now:
            yield from _differences(was[number], now[number], number)
        else:
            yield Changed(field="hours", before=was.get(number), after=now.get(number), line=number)
