"""A filter of events that an account has kept under a name."""

from typing import Annotated

from pydantic import StringConstraints

from models.accounts import AccountId
from models.frozen import Frozen

#: Of one account.
MOST = 20


class SavedFilter(Frozen):
    """The query of an address, to be looked for again."""

    account_id: AccountId
    name: Annotated[str, StringConstraints(min_length=1, max_length=40, strip_whitespace=True)]
    query: Annotated[str, StringConstraints(max_length=2000)]
