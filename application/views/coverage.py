"""Which municipalities the plan reaches, those that need it most apart."""

from collections.abc import Iterable
from dataclasses import dataclass

from matcher.plan import Plan
from matcher.problem import Problem
from models.codes import MunicipalityCode
from models.pool_settings import NeedPart

#: What is looked at apart, in this order.
PARTS = (NeedPart.ONE_PERSON_IT, NeedPart.NO_SERVICE, NeedPart.SMALL, NeedPart.ISLAND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Municipalities of one kind (None: all) that ask, and those of them with hours."""

    part: NeedPart | None
    asking: tuple[MunicipalityCode, ...]
    reached: tuple[MunicipalityCode, ...]
    hours: int  #: quarters that those reached get, over all months

    @property
    def missed(self) -> tuple[MunicipalityCode, ...]:
        """Those that ask and get nothing."""
        got = set(self.reached)
        return tuple(code for code in self.asking if code not in got)


def coverage(problem: Problem, plan: Plan) -> tuple[Coverage, ...]:
    """All that ask, then each kind that some of them are of.

    A joint request reaches each of its municipalities; its hours count for each.
    """
    places = {line.line_id: line.municipalities for line in problem.lines}
    kinds: dict[MunicipalityCode, set[NeedPart]] = {}
    for line in problem.lines:
        for code in line.municipalities:
            # What a joint line needs may come from any of them.
            alone = len(line.municipalities) == 1
            kinds.setdefault(code, set()).update(line.need if alone else ())
    got: dict[MunicipalityCode, int] = {}
    for each in plan.assignments:
        for code in places.get(each.line_id, ()):
            got[code] = got.get(code, 0) + each.total
    rows = [_row(None, kinds, got)]
    for part in PARTS:
        of_part = [code for code, parts in kinds.items() if part in parts]
        if of_part:
            rows.append(_row(part, of_part, got))
    return tuple(rows)


def _row(
    part: NeedPart | None, codes: Iterable[MunicipalityCode], got: dict[MunicipalityCode, int]
) -> Coverage:
    asking = tuple(sorted(codes))
    reached = tuple(code for code in asking if got.get(code))
    return Coverage(
        part=part, asking=asking, reached=reached, hours=sum(got[code] for code in reached)
    )
