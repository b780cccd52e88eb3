"""Messages in Japanese, by their codes."""

from wording.ja.calls import CALLS
from wording.ja.desk import DESK
from wording.ja.postings import POSTINGS

MESSAGES: dict[str, str] = {**CALLS, **DESK, **POSTINGS}
