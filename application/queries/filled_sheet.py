"""What is known of a pool as the rows of a sheet, to be changed and imported again."""

from application.session import ReadSession
from models.entities import RequestStatus, TalentStatus
from models.ids import PoolId
from models.months import Month, fiscal_year
from producers.spreadsheets import Kind, request_rows, talent_rows
from producers.spreadsheets.filled import FilledRow
from wording.reader import Lang


def earliest(present: Month) -> Month:
    """The first month a sheet may name: April, so that a year's sheet stays readable all year."""
    return Month(f"{fiscal_year(present)}-04")


async def filled_rows(
    session: ReadSession, kind: Kind, pool_id: PoolId, lang: Lang, *, names: bool
) -> tuple[FilledRow, ...]:
    """The open requests, or the talents in the pool; with `names` it is personal data.

    Months before `earliest` cannot be imported again, and stay as they are.
    """
    first, places, reads = earliest(session.present), session.places, session.reads
    if kind == "requests":
        requests = await reads.requests(pool_id)
        still = [each for each in requests if each.status is RequestStatus.OPEN]
        return request_rows(still, first, places, lang, stamped=True)
    talents = await reads.talents(pool_id)
    here = [each for each in talents if each.status is TalentStatus.ACTIVE]
    people = await reads.people(pool_id) if names else ()
    return talent_rows(here, first, places, lang, people, stamped=True)
