"""What a demand line is called by: its request, whose it is, its role; raw values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matcher.problem import Problem
from models.codes import MunicipalityCode
from models.entities import Request
from models.ids import LineId, RequestId, line_number, request_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LineName:
    """A demand line's names; a line that nobody knows any more has its id alone."""

    line_id: LineId
    municipalities: tuple[MunicipalityCode, ...] = ()
    role: str = ""
    title: str = ""
    sample: bool = False

    @property
    def request_id(self) -> RequestId:
        """Whose line it is."""
        return request_of(self.line_id)

    @property
    def line(self) -> int:
        """Its number within the request."""
        return line_number(self.line_id)

    @property
    def order(self) -> tuple[str, str, int]:
        """Lines stand by municipality, request and number; unknown ones last."""
        return (self.municipalities or ("~",))[0], self.request_id, self.line


def names_of_requests(requests: Iterable[Request]) -> dict[LineId, LineName]:
    """Every line of some requests by its id."""
    return {
        request.line_id(line.line): LineName(
            line_id=request.line_id(line.line),
            municipalities=request.municipalities,
            role=line.role.value,
            title=request.title,
            sample=request.sample,
        )
        for request in requests
        for line in request.lines
    }


def names_of_problem(problem: Problem) -> dict[LineId, LineName]:
    """The same of a problem, which has no titles."""
    return {
        line.line_id: LineName(
            line_id=line.line_id, municipalities=line.municipalities, role=line.role.value
        )
        for line in problem.lines
    }


def name_of(line_id: LineId, names: Mapping[LineId, LineName]) -> LineName:
    """The line's name; its id alone where it is not known."""
    return names.get(line_id) or LineName(line_id=line_id)
