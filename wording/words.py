"""Words of one language for one reader: codes and raw values in, text out."""

from importlib import import_module
from string import Formatter
from typing import Any

from models.errors import TalentPoolError
from models.phrase import Param, Phrase
from wording.kinds import KINDS
from wording.reader import Codes, Lang, PlaceNames, Reader


class Words(Formatter):
    """Says phrases and values in one language; places by the names of a registry.

    Templates are those of `str.format`; what follows the colon is the kind of the value, which
    decides how it is shown: `{hours:hours}`, `{month:month}`, `{code:place}`, `{role:role}`.
    """

    def __init__(self, lang: Lang = "ja", places: PlaceNames | None = None) -> None:
        self.lang = lang
        self.reader = Reader(lang, places or Codes())
        self._catalog: dict[str, str] = import_module(f"wording.{lang}").MESSAGES

    def __call__(self, code: str, /, **params: Param) -> str:
        """The message of this code with these values."""
        return self.say(Phrase(code, params))

    def say(self, said: Phrase | TalentPoolError) -> str:
        """A phrase, or what an error says. A code that no catalog has is its own text."""
        phrase = said.phrase if isinstance(said, TalentPoolError) else said
        template = self._catalog.get(phrase.code)
        return phrase.code if template is None else self.vformat(template, (), phrase.params)

    def shown(self, kind: str, value: Any) -> str:
        """A value of a kind as text: `shown("hours", 31)`."""
        return self.format_field(value, kind)

    def format_field(self, value: Any, format_spec: str) -> str:
        """The value as its kind is shown; phrases are said, lists are listed."""
        if isinstance(value, Phrase):
            return self.say(value)
        if isinstance(value, tuple | list):
            return self.listed([self.format_field(each, format_spec) for each in value])
        kind, _, rest = format_spec.partition("|")
        show = KINDS.get(kind)
        return str(value) if show is None else show(self.reader, value, rest)

    def listed(self, texts: list[str]) -> str:
        """`甲、乙、丙`, `one, two, three`."""
        return ("、" if self.lang == "ja" else ", ").join(texts)
