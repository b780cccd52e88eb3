"""The options that take back one change and no other: months, members and lines one by one."""

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from models.entities import Request, Talent
from models.errors import Mistake
from models.hours import decimal
from models.months import Month, plus
from models.written_hours import quarters
from service.cli import notation
from service.cli.post.still import MEMBERS, MONTHLY, code

Document = dict[str, Any]


def undoing(before: Request | Talent, after: Request | Talent) -> list[str]:
    """The options of `amend` that bring back what `after` changed, as long as it still stands."""
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    words = list(_of(old, new, ""))
    return [*words, "--if-still", code(new, old)] if words else []


def _of(old: Document, new: Document, line: str) -> Iterator[str]:
    for name, was in old.items():
        now = new[name]
        if name == "revision" or was == now:
            continue
        if name == "lines":
            yield from _lines(was, now)
        elif name in MONTHLY:
            yield from _hours(was, now, line.replace(".", ":"))
        elif name in MEMBERS:
            yield from _members(f"{line}{name}", was, now)
        else:
            yield from ("--set", f"{line}{name}={_written(was)}")


def _hours(was: Document, now: Document, line: str) -> Iterator[str]:
    """`--hours 2026-12..2027-02=40`: only the months that are not what they were."""
    months = sorted(m for m in was.keys() | now.keys() if was.get(m, 0) != now.get(m, 0))
    # Months in a row with the same hours are one span.
    spans = groupby(
        enumerate(months), key=lambda at: (plus(Month(at[1]), -at[0]), was.get(at[1], 0))
    )
    for (_, hours), span in spans:
        some = [month for _, month in span]
        when = some[0] if len(some) == 1 else f"{some[0]}..{some[-1]}"
        yield from ("--hours", f"{line}{when}={decimal(quarters(hours))}")


def _members(name: str, was: Any, now: Any) -> Iterator[str]:
    """`--set municipalities+=佐久市`: only the members that came or went."""
    gone = [each for each in now if each not in was]
    if isinstance(was, dict):
        back: Any = {each: was[each] for each in was if was[each] != now.get(each)}
        words = [f"{each}:{level}" for each, level in back.items()]
    else:
        back = words = [each for each in was if each not in now]
        if [*(each for each in now if each in was), *back] != was:
            # Where the order would be another, the list is written as it was.
            yield from ("--set", f"{name}={_written(was)}")
            return
    for sign, some, told in (("+", back, words), ("-", gone, gone)):
        if some:
            text = ",".join(told)
            plain = isinstance(was, list) or _names(text) == list(some)
            yield from ("--set", f"{name}{sign}={text if plain else _written(some)}")


def _names(text: str) -> list[str]:
    """The skills that somebody who wrote this would mean; none where it cannot be read."""
    if text.startswith(("{", "[")):
        return []  # it would be read as JSON
    try:
        return list(notation.skills(text))
    except Mistake:
        return []


def _lines(old: list[Document], new: list[Document]) -> Iterator[str]:
    was, now = ({each["line"]: each for each in some} for some in (old, new))
    for number in sorted(was | now):
        if number not in was:
            yield from ("--remove-line", str(number))
        elif number not in now:
            yield from ("--restore-line", _line(was[number]))
        else:
            yield from _of(was[number], now[number], f"{number}.")


def _line(line: Document) -> str:
    """`2: engineer 2026-12=16 skill=業務改革:3`; as JSON where words would not say it all."""
    words = [line["role"], *(f"{m}={decimal(quarters(h))}" for m, h in line["hours"].items())]
    words += [f"skill={name}:{level}" for name, level in line["skills"].items()]
    words += [f"people={line['people']}", f"minimum={line['minimum_percent']}"]
    words += [f"on_site={line['on_site_percent']}"] if line["on_site_percent"] else []
    words += ["exclusive"] if line["exclusive"] else []
    text = " ".join(words)
    try:
        read = notation.line(text, line["line"], ())
    except Mistake:
        return _written(line)
    defaults = {"skills": {}, "on_site_percent": 0, "exclusive": False}
    made = defaults | read | {"hours": {m: h / 4 for m, h in read["hours"].items()}}
    return f"{line['line']}: {text}" if made == line else _written(line)


def _written(content: Any) -> str:
    """A value as `--set` reads it."""
    if content is None:
        return ""
    if isinstance(content, bool):
        return "yes" if content else "no"
    if isinstance(content, str | int | float):
        return str(content)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def restored(text: str) -> tuple[int, Mapping[str, Any]]:
    """The number and the JSON of a line as an undo writes it. Raises Mistake."""
    if text.lstrip().startswith("{"):
        try:
            line = json.loads(text)
            return int(line["line"]), line
        except (ValueError, KeyError, TypeError):
            raise _unreadable(text) from None
    number, colon, words = text.partition(":")
    if not colon or not number.strip().isdecimal():
        raise _unreadable(text)
    line = notation.line(words, int(number), ())
    line["hours"] = {month: amount / 4 for month, amount in line["hours"].items()}
    return int(number), line


def _unreadable(text: str) -> Mistake:
    return Mistake(
        f"--restore-line {text[:60]}：元に戻すコマンドの枠をそのまま貼ってください"
        f'（例 "2: {notation.LINE_EXAMPLE}"） / paste the line of the undo as it was printed'
    )
