"""Messages in Japanese, by their codes."""

from wording.ja.desk import DESK

MESSAGES: dict[str, str] = {**DESK}
