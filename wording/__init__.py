"""Codes to Japanese and English, and what people type to values: the only room with sentences."""

from wording.reader import Lang
from wording.words import Words

__all__ = ["Lang", "Words"]
