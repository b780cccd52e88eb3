"""How a demand line is called in tables: its role, whose it is, its place in the order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from matcher.problem import Problem
from models.entities import Request
from producers.ports import Places
from service.cli.frame.amounts import municipalities
from service.cli.frame.text_columns import cut
from wording import labels
from wording.reader import Lang

#: Requests with their titles, or a problem, which has none.
Source = Sequence[Request] | Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A demand line's names; lines sort by municipality, request and line."""

    order: tuple[str, str, int]
    request_id: str
    where: str
    role: str
    title: str = ""
    sample: str = ""  #: 見本, where it is one

    def heading(self, room: int | None = None) -> str:
        """`P001　長野市　書かない窓口（見本）`; in less room the title is cut, nothing else."""
        before = "　".join(part for part in (self.request_id, self.where) if part)
        whole = f"{before}　{self.title}" if self.title else before
        return (whole if room is None else cut(whole, room - cell_len(self.sample))) + self.sample


def called(source: Source, places: Places, lang: Lang = "ja") -> Mapping[str, Called]:
    """Every demand line by its id."""
    if isinstance(source, Problem):
        return {
            line.line_id: Called(
                order=_order(line.municipalities[0], line.line_id),
                request_id=line.request_id,
                where=municipalities(line.municipalities, places, lang),
                role=labels.role(line.role, lang, short=True),
            )
            for line in source.lines
        }
    return {
        request.line_id(line.line): Called(
            order=_order(request.municipalities[0], request.line_id(line.line)),
            request_id=request.request_id,
            title=request.title,
            sample=labels.titled("", lang, sample=request.sample),
            where=municipalities(request.municipalities, places, lang),
            role=labels.role(line.role, lang, short=True),
        )
        for request in source
        for line in request.lines
    }


def stranger(line_id: str) -> Called:
    """A line that nobody knows any more: its id says all there is; such lines come last."""
    request_id = line_id.rpartition("/")[0]
    return Called(order=_order("~", line_id), request_id=request_id, where="", role="")


def _order(municipality: str, line_id: str) -> tuple[str, str, int]:
    request_id, _, number = line_id.rpartition("/")
    return municipality, request_id, int(number)
