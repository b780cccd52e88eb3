"""How values are shown: for each kind that a template may name, text in the words' language."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from models.codes import prefecture_code
from models.hours import decimal
from wording import days, holidays, labels
from wording.amounts import amount
from wording.fields.names import field_label
from wording.hours import spoken
from wording.months import label
from wording.reader import Lang, Reader

Show = Callable[[Reader, Any, str], str]
Join = Callable[[Reader, Sequence[str], str], str]


def _hours(reader: Reader, quarters: int, rest: str) -> str:
    return spoken(quarters) if reader.lang == "ja" else f"{amount(quarters)} h"


def _month(reader: Reader, month: Any, rest: str) -> str:
    return label(month) if reader.lang == "ja" else str(month)


def _count(reader: Reader, number: int, rest: str) -> str:
    """`{n:count|match|matches}`: the number with its noun; in Japanese the counter is the noun."""
    one, _, many = rest.partition("|")
    if reader.lang == "ja":
        return f"{number:,}{one}"
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _quoted(reader: Reader, text: Any, rest: str) -> str:
    return f"「{text}」" if reader.lang == "ja" else f"“{text}”"


def _pool(reader: Reader, pool_id: str, rest: str) -> str:
    return reader.places.name(prefecture_code(pool_id))


def _coded_decline_reason(reader: Reader, code: str, rest: str) -> str:
    """A reason as it is written, with what it means."""
    label_ = labels.decline_reason(code, reader.lang)
    return f"{code}（{label_}）" if reader.lang == "ja" else f"{code} ({label_})"


def _entity_status(code: str, lang: Lang) -> str:
    """Requests and talents have states of their own."""
    of_talents = code in labels.TALENT_STATUSES
    return (labels.talent_status if of_talents else labels.request_status)(code, lang)


def _labelled(label_of: Callable[..., str]) -> Show:
    return lambda reader, code, rest: label_of(code, reader.lang)


def _column(reader: Reader, key: str, rest: str) -> str:
    """The title of a column of a sheet, by the kind of the sheet and its key: `requests.code`."""
    from wording.fields.columns import UNDERSTOOD  # noqa: PLC0415 - sheets alone need it

    kind, _, name = key.partition(".")
    found = (each for each in UNDERSTOOD["talents" if kind == "talents" else "requests"])
    return next(each.title(reader.lang) for each in found if each.key == name)


def _sheet_kind(reader: Reader, kind: str, rest: str) -> str:
    from wording.fields.column import SHEET_NAMES  # noqa: PLC0415 - sheets alone need it

    ja, en = SHEET_NAMES["talents" if kind == "talents" else "requests"]
    return ja if reader.lang == "ja" else en.lower()


def _choices(reader: Reader, table: str, rest: str) -> str:
    """Every word that may be chosen from a table of labels, with its code where that differs."""
    return ("、" if reader.lang == "ja" else ", ").join(
        pair[reader.lang == "en"] for pair in labels.TABLES[table].values()
    )


def _coded_choices(reader: Reader, table: str, rest: str) -> str:
    """The same with the codes, which a command line takes too."""
    words = labels.TABLES[table].items()
    if reader.lang == "en":
        return ", ".join(f"{code} ({en})" for code, (_, en) in words)
    return "、".join(f"{code}（{ja}）" for code, (ja, _) in words)


def _moment(reader: Reader, iso: str, rest: str) -> str:
    """`2026-12-01 05:33`, at the offset that it was said with; UTC is named."""
    moment = datetime.fromisoformat(iso)
    return f"{moment:%Y-%m-%d %H:%M}{'' if moment.utcoffset() else ' UTC'}"


KINDS: Mapping[str, Show] = {
    "moment": _moment,
    "day": days.day,
    "short_day": days.short_day,
    "holiday": holidays.holiday,
    "era_day": days.era_day,
    "short_month": days.short_month,
    "fiscal_year": days.fiscal_year,
    "difference": days.difference,
    "hours": _hours,
    "decimal": lambda reader, quarters, rest: decimal(quarters),
    "grouped": lambda reader, quarters, rest: amount(quarters),
    "number": lambda reader, value, rest: (
        f"{value:,g}" if isinstance(value, float) else f"{value:,}"
    ),
    "seconds": lambda reader, value, rest: f"{value:g}",
    "count": _count,
    "month": _month,
    "quoted": _quoted,
    "place": lambda reader, code, rest: reader.places.name(code),
    "coded_place": lambda reader, code, rest: f"{code} {reader.places.name(code)}",
    "pool": _pool,
    "field": lambda reader, name, rest: field_label(name, reader.lang),
    "fields": lambda reader, name, rest: (
        f"{name}（{field_label(name, reader.lang)}）"
        if reader.lang == "ja"
        else f"{name} ({field_label(name, reader.lang)})"
    ),
    "choices": _choices,
    "coded_choices": _coded_choices,
    "role": lambda reader, code, rest: labels.role(code, reader.lang, short=True),
    "role_name": _labelled(labels.role),
    "nature": _labelled(labels.nature),
    "form": _labelled(labels.form),
    "state": lambda reader, code, rest: labels.state(code, reader.lang, mark=False),
    "verb": _labelled(labels.verb),
    "side": _labelled(labels.side),
    "cause": _labelled(labels.cause),
    "status": _labelled(labels.status),
    "reason": _labelled(labels.reason),
    "yes_no": _labelled(labels.yes_no),
    "urgency": _labelled(labels.urgency),
    "decline_reason": _labelled(labels.decline_reason),
    "coded_decline_reason": _coded_decline_reason,
    "need_part": _labelled(labels.need_part),
    "contradiction": _labelled(labels.contradiction),
    "term": _labelled(labels.term),
    "training_waiver": _labelled(labels.training_waiver),
    "entity_status": _labelled(_entity_status),
    "territory": lambda reader, pool_id, rest: (
        _pool(reader, pool_id, "") if pool_id else "Japan" if reader.lang == "en" else "日本"
    ),
    "column": _column,
    "sheet_kind": _sheet_kind,
}


def _some(reader: Reader, texts: Sequence[str], rest: str) -> str:
    """`{rows:some|5|行}`: five at most, then how many more."""
    most, _, unit = rest.partition("|")
    named, more = texts[: int(most)], len(texts) - int(most)
    if reader.lang == "ja":
        return "、".join(named) + (f"ほか{more}{unit}" if more > 0 else "")
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")


def _span(reader: Reader, texts: Sequence[str], rest: str) -> str:
    """Months from the first to the last: `2026年12月〜2027年3月`."""
    ends = [_month(reader, each, "") for each in dict.fromkeys((*texts[:1], *texts[-1:]))]
    return ("〜" if reader.lang == "ja" else " to ").join(ends)


def _joined(ja: str, en: str) -> Join:
    return lambda reader, texts, rest: (ja if reader.lang == "ja" else en).join(texts)


#: What is made of several values at once; the kind of each follows: `{where:path|field}`.
WHOLE: Mapping[str, Join] = {
    "lines": _joined("\n  ", "\n  "),
    "indented": lambda reader, texts, rest: "".join(f"\n  {text}" for text in texts),
    "path": _joined("・", ", "),
    "or": _joined("か", " or "),
    "run": _joined("", " "),
    "names": _joined("", ", "),
    "spaced": _joined(" ", " "),
    "some": _some,
    "span": _span,
    "first": lambda reader, texts, rest: _joined("、", ", ")(reader, texts[: int(rest)], ""),
}
