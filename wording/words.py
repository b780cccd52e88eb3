"""Words of one language for one reader: codes and raw values in, text out."""

from importlib import import_module
from string import Formatter
from typing import Any, Protocol

from models.phrase import Param, Phrase
from wording.kinds import KINDS, WHOLE
from wording.reader import Codes, Lang, PlaceNames, Reader


class Coded(Protocol):
    """An error that says what is wrong by a phrase: TalentPoolError, Unfit."""

    @property
    def phrase(self) -> Phrase: ...


class Words(Formatter):
    """Says phrases and values in one language; places by the names of a registry.

    Templates are those of `str.format`; what follows the colon is the kind of the value, which
    decides how it is shown: `{hours:hours}`, `{month:month}`, `{code:place}`, `{role:role}`.
    A phrase within is said, nothing is shown of None, and several values are listed.
    """

    def __init__(self, lang: Lang = "ja", places: PlaceNames | None = None) -> None:
        self.lang = lang
        self.reader = Reader(lang, places or Codes())
        self._catalog: dict[str, str] = import_module(f"wording.{lang}").MESSAGES

    def __call__(self, code: str, /, **params: Param) -> str:
        """The message of this code with these values."""
        return self.say(Phrase(code, params))

    def say(self, said: Phrase | Coded) -> str:
        """A phrase, or what an error says. A code that no catalog has is its own text."""
        text = ""
        for sentence in self.sentences(said):
            if text and sentence.startswith("  "):
                text += f"\n{sentence}"  # an indented line stays one
            else:
                text += sentence if not text or text.endswith("。") else f" {sentence}"
        return text

    def sentences(self, said: Phrase | Coded) -> list[str]:
        """The same, sentence by sentence where its template has lines: what is wrong, the mend."""
        phrase = said if isinstance(said, Phrase) else said.phrase
        template = self._catalog.get(phrase.code)
        if template is None:
            return [phrase.code]
        # Where something stands is known to whoever reads a sheet, not to whoever reads a value.
        params = {"at": "", **phrase.params}
        lines = [(line, self.vformat(line, (), params)) for line in template.split("\n")]
        return [_trimmed(text, line) for line, text in lines if text.strip(" ")]

    def shown(self, kind: str, value: Any) -> str:
        """A value of a kind as text: `shown("hours", 31)`."""
        return self.format_field(value, kind)

    def format_field(self, value: Any, format_spec: str) -> str:
        """The value as its kind is shown."""
        kind, _, rest = format_spec.partition("|")
        if kind == "of":
            return self._of(self.format_field(value, rest))
        if value is None:
            return ""
        if isinstance(value, tuple | list):
            if whole := WHOLE.get(kind):
                of_each = "" if rest[:1].isdecimal() else rest
                texts = [self.format_field(each, of_each) for each in value]
                return whole(self.reader, texts, rest)
            return self.listed([self.format_field(each, format_spec) for each in value])
        if isinstance(value, Phrase):
            return self.say(value)
        show = KINDS.get(kind)
        return str(value) if show is None else show(self.reader, value, rest)

    def _of(self, text: str) -> str:
        """`F23の`, `F23: `: before a part of what is there; nothing where the whole is meant."""
        return text and (f"{text}の" if self.lang == "ja" else f"{text}: ")

    def listed(self, texts: list[str]) -> str:
        """`甲、乙、丙`, `one, two, three`."""
        return ("、" if self.lang == "ja" else ", ").join(texts)


def _trimmed(text: str, template: str) -> str:
    """Without the blanks that empty values left at the ends; those of the template stay."""
    text = text if template.startswith(" ") else text.lstrip(" ")
    return text if template.endswith(" ") else text.rstrip(" ")
