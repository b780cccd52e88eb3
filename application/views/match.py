"""A match, for whom it is, and why this person."""

from dataclasses import dataclass

from matcher.plan import Why
from models.codes import MunicipalityCode
from models.entities import Request
from models.match import Match


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchView:
    """A match as it stands now."""

    match: Match
    municipalities: tuple[MunicipalityCode, ...]
    title: str
    sample: bool
    whys: tuple[Why, ...]  #: what the plan says of the person on the line; none of an ended match

    @property
    def total(self) -> int:
        """Its hours of work over all months."""
        return sum(self.match.hours.values())


def match_view(match: Match, request: Request | None, whys: tuple[Why, ...]) -> MatchView:
    """The terms of the match say for whom it is; a match older than they are asks its request."""
    terms = match.terms
    of_request = request.municipalities if request else ()
    return MatchView(
        match=match,
        municipalities=terms.municipalities if terms else of_request,
        title=terms.title if terms else request.title if request else "",
        sample=bool(request and request.sample),
        whys=whys,
    )
