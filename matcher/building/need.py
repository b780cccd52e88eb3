"""How much a request's municipalities need hours, each reason on its own."""

from collections.abc import Mapping, Sequence

from matcher.building.geography import Geography
from models.codes import MunicipalityCode
from models.months import Month, between
from models.pool_settings import Need, NeedPart

#: Months without anybody of the pool after which a municipality counts as unserved in full.
_LONG = 12


def need(
    municipalities: Sequence[MunicipalityCode],
    region: Geography,
    last: Mapping[MunicipalityCode, Month],
    now: Month,
    weights: Need,
) -> dict[NeedPart, int]:
    """Percent that each part adds to the worth of a quarter there; parts of 0 are left out.

    Of the municipalities of a joint request the neediest counts, part by part. What is not known
    of a municipality adds nothing.
    """
    known = [place for code in municipalities if (place := region.municipalities.get(code))]
    idle = max(_idle(last.get(code), now) for code in municipalities)
    parts = {
        NeedPart.ONE_PERSON_IT: weights.one_person_it * any(m.is_one_person_it for m in known),
        NeedPart.NO_SERVICE: weights.no_service * any(m.has_no_service for m in known),
        NeedPart.SMALL: weights.small * any(m.is_small for m in known),
        NeedPart.ISLAND: weights.island * any(m.island for m in known),
        NeedPart.UNSERVED: weights.unserved * idle // _LONG,
    }
    return {part: percent for part, percent in parts.items() if percent}


def _idle(last: Month | None, now: Month) -> int:
    """Months since somebody worked there, at most `_LONG`; all of them where nobody ever did.

    None where it was worked in `now` or later: a planner's clock may be behind that of the facts.
    """
    if last is None:
        return _LONG
    return max(0, min(_LONG, sum(1 for _ in between(last, now)) - 2))
