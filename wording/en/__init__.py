"""Messages in English, by their codes."""

from wording.en.desk import DESK

MESSAGES: dict[str, str] = {**DESK}
