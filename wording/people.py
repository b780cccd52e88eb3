"""Names beside the ids of talents in sentences, for those who may see them."""

import re
from collections.abc import Mapping

from models.ids import TalentId
from wording.words import Words

#: A word in which an id may be; a number alone is an amount.
_WORD = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?( (?=[ぁ-んァ-ヶ一-龠]))?")


def with_names(words: Words, text: str, people: Mapping[TalentId, str]) -> str:
    """`T-4` becomes `中村 健太（T-4）` wherever it stands as a word."""

    def named(found: re.Match[str]) -> str:
        word = found.group().rstrip()
        name = "" if word.isdecimal() else people.get(TalentId(word))
        if not name:
            return found.group()
        if words.lang == "ja":
            return f"{name}（{word}）"
        return f"{name} ({word}){found.group(1) or ''}"

    return _WORD.sub(named, text)
