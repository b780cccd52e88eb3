"""An account keeps a filter of events, to look for the same again."""

from pydantic import ValidationError

from application.ports import SavedFilters
from models.accounts import AccountId
from models.errors import Mistake
from models.saved_filter import MOST, SavedFilter


async def keep_filter(filters: SavedFilters, account_id: AccountId, name: str, query: str) -> None:
    """Under this name, in place of another. Raises Mistake for a name or one too many."""
    if not query:
        raise Mistake("saved_filter_empty")
    try:
        saved = SavedFilter(account_id=account_id, name=name, query=query)
    except ValidationError:
        raise Mistake("saved_filter_name") from None
    known = {each.name for each in await filters.saved_filters(account_id)}
    if len(known | {saved.name}) > MOST:
        raise Mistake("saved_filters_many", most=MOST)
    await filters.put_saved_filter(saved)
