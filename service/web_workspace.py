"""What coordinators work with, wired: children read their files and solve their scenarios."""

from collections.abc import Callable

from application.queries.whatif import Compared, WhatIf, what_if
from application.scenarios.comparing import Comparisons
from application.session import ReadSession
from service.running.sheet_reading import SheetReading
from service.running.solver import solver
from service.wiring import Parts, region
from web.workspace import Workspace


def web_workspace(parts: Parts) -> Workspace:
    """Over an opened world."""
    geography = region(parts.settings)

    async def compare(
        session: ReadSession, asked: WhatIf, begun: Callable[[int], None]
    ) -> Compared:
        async with solver() as child:
            return await what_if(session, asked, solver=child, geography=geography, begun=begun)

    return Workspace(
        imports=parts.store,
        scenarios=parts.store,
        read_sheet=SheetReading(),
        comparisons=Comparisons(compare),
    )
