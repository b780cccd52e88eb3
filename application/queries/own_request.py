"""A request as an officer of its municipality sees it: by month, who comes, what is unmet."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from application.access.on_what import of_match, of_request
from application.ports import Drafts
from application.queries.request_in_full import RequestInFull, request_in_full
from application.session import Session
from application.views.own_place import Coming, coming, without_others
from application.views.request import LineView
from models.accounts import Grant
from models.ids import MatchId, PoolId, RequestId
from models.revision_claims import Kind
from models.revisions import RevisionMade


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLine:
    """A demand line, and the matches on it that the officer has been shown."""

    view: LineView  #: without matches; what is unmet without points and other people
    coming: tuple[Coming, ...]

    @property
    def ahead(self) -> tuple[Coming, ...]:
        """Those that stand."""
        return tuple(each for each in self.coming if each.match.live)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRequest:
    """All of it that concerns the municipality."""

    full: RequestInFull  #: its figures; without names, matches, and drafts of others
    lines: tuple[OwnLine, ...]
    matches: Mapping[MatchId, Coming]  #: those of whom the history speaks
    history: tuple[RevisionMade, ...]  #: oldest first


async def own_request(
    session: Session, drafts: Drafts, grant: Grant, request_id: RequestId
) -> OwnRequest | None:
    """None where there is no such request, or where it is of other municipalities alone."""
    pool_id = PoolId(str(grant.pool_id))
    full = await request_in_full(session, drafts, pool_id, request_id)
    if full is None or not of_request(grant, full.request):
        return None
    matches = [match for match in full.view.matches if of_match(grant, match)]
    shown = coming(grant, matches, full.people, session.present)
    told = {each.match.match_id: each for each in shown if each.told}
    return OwnRequest(
        full=_figures(full),
        lines=tuple(
            OwnLine(
                view=_bare(line),
                coming=tuple(e for e in told.values() if e.match.line_id == line.line_id),
            )
            for line in full.view.lines
        ),
        matches=told,
        history=_history(full, told),
    )


def _figures(full: RequestInFull) -> RequestInFull:
    view = replace(
        full.view, lines=(), matches=(), worked=(), worked_on_gone_lines=(), unmet=(), whys=()
    )
    return replace(full, view=view, people={}, drafts=(), amended=None)


def _bare(line: LineView) -> LineView:
    unmet = without_others(line.unmet) if line.unmet else None
    return replace(line, live=(), worked=(), whys={}, unmet=unmet)


def _history(full: RequestInFull, told: Mapping[MatchId, Coming]) -> tuple[RevisionMade, ...]:
    """Of matches only from when they were shown: what a draft goes through is nobody's yet."""
    released = {
        made.subject: made.revision
        for made in reversed(full.timeline.entries)
        if made.reason == "released"
    }
    return tuple(
        made
        for made in full.timeline.entries
        if made.kind is not Kind.MATCH
        or (made.subject in told and made.revision >= released.get(made.subject, 0))
    )
