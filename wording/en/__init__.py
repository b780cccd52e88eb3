"""Messages in English, by their codes."""

from wording.en.calls import CALLS
from wording.en.desk import DESK
from wording.en.postings import POSTINGS

MESSAGES: dict[str, str] = {**CALLS, **DESK, **POSTINGS}
