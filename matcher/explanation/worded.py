"""Facts that documents for people carry with a sentence beside them."""

from typing import Any

from pydantic import model_validator

from models.frozen import Frozen

#: What is said of a fact is no part of it: `text` in printed documents, the others in plans that
#: were kept when sentences still were.
_SENTENCES = frozenset({"text", "text_ja", "text_en"})


class Worded(Frozen):
    """A fact; a sentence that a document has of it is passed over."""

    @model_validator(mode="before")
    @classmethod
    def _without_sentences(cls, content: Any) -> Any:
        if isinstance(content, dict) and not _SENTENCES.isdisjoint(content):
            return {name: value for name, value in content.items() if name not in _SENTENCES}
        return content
