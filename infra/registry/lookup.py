"""Finding places by code, name or kana."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import cache, cached_property

from infra.registry.merged import GONE
from infra.registry.source import Place, installed
from models import text_folding
from models.codes import MunicipalityCode

#: Old and rare forms of characters in place names; folded in searches, never in stored names.
_FORMS = str.maketrans("髙﨑惠龍檜邊邉澤濱嶋瀧德ヶ", "高崎恵竜桧辺辺沢浜島滝徳ケ")
_HIRAGANA = {kata: kata - 0x60 for kata in range(ord("ァ"), ord("ヶ") + 1)}
_SUGGESTIONS = 5


def folded(text: str) -> str:
    """A search key: width, kana, case, spaces, old and unseen characters do not matter."""
    plain = text_folding.folded(text.translate(_FORMS)).translate(_FORMS)
    return plain.translate(_HIRAGANA)


@cache
def _gone_by_word() -> Mapping[str, list[MunicipalityCode]]:
    """Codes no longer in use by code and by old name: whoever writes them is told the successor."""
    words: dict[str, list[MunicipalityCode]] = defaultdict(list)
    for code, gone in GONE.items():
        for word in (code, folded(gone.name)):
            words[word].append(code)
    return words


class Registry:
    """The prefectures and municipalities of Japan. Reads its source at first use, once."""

    def __init__(self, source: Callable[[], tuple[Place, ...]] = installed) -> None:
        self._source = source
        self._words_of: dict[str | None, dict[str, list[MunicipalityCode]]] = {}

    def known(self, code: str) -> bool:
        """Whether the code is one of a municipality or of a prefecture itself."""
        return code in self._places

    def place(self, code: str) -> Place | None:
        """All that is known of a code; None where it is nobody's."""
        return self._places.get(code)

    def name(self, code: str) -> str:
        """The name as shown: with the prefecture where it exists in two, `南牧村（長野県）`.

        A code that is no longer in use has its old name; an unknown code is its own name.
        """
        place = self._places.get(code)
        if place is None:
            gone = GONE.get(MunicipalityCode(code))
            return gone.name if gone else code
        if self._times[place.name] == 1:
            return place.name
        return f"{place.name}（{place.prefecture}）"

    def successor(self, code: str) -> MunicipalityCode | None:
        """Which municipality one is now that was merged or became a city; None: not known."""
        gone = None if code in self._places else GONE.get(MunicipalityCode(code))
        return gone.successor if gone else None

    def codes(self, pool_id: str) -> tuple[MunicipalityCode, ...]:
        """The prefecture itself, then its municipalities in order of code."""
        return tuple(place.code for place in self._of_pool.get(pool_id, ()))

    def municipalities(self) -> tuple[Place, ...]:
        """All municipalities in order of code, without the prefectures."""
        return tuple(place for place in self._places.values() if not place.is_prefecture)

    def find(self, text: str, *, pool_id: str | None = None) -> list[MunicipalityCode]:
        """Every place a code, a name or its kana means, in one pool or in all.

        Width, kana and old character forms are folded for the search only.
        """
        found = [place.code for place in self._by_word.get(folded(text), ())]
        found = found or _gone_by_word().get(folded(text), [])
        return [code for code in found if pool_id in (None, code[:2])]

    def suggest(self, text: str, *, pool_id: str | None = None) -> list[MunicipalityCode]:
        """At most five places a person may have meant, the nearest first."""
        word = folded(text)
        if not word:
            return []
        near: dict[MunicipalityCode, None] = dict.fromkeys(self.find(text, pool_id=pool_id))
        words = self._words(pool_id)
        alike = [
            *sorted((key for key in words if key.startswith(word)), key=len),
            # Codes that look alike are no nearer to each other than others.
            *([] if word.isdigit() else get_close_matches(word, words, n=_SUGGESTIONS)),
            *sorted((key for key in words if word in key), key=len),
        ]
        for key in alike:
            near.update(dict.fromkeys(words[key]))
        return list(near)[:_SUGGESTIONS]

    def _words(self, pool_id: str | None) -> Mapping[str, list[MunicipalityCode]]:
        """What people begin to write, of one pool or of all."""
        if pool_id not in self._words_of:
            self._words_of[pool_id] = {
                key: codes
                for key, places in self._by_short_word.items()
                if (codes := [p.code for p in places if pool_id in (None, p.code[:2])])
            }
        return self._words_of[pool_id]

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return {place.code: place for place in self._source()}

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(place.name for place in self._places.values())

    @cached_property
    def _of_pool(self) -> Mapping[str, list[Place]]:
        pools: dict[str, list[Place]] = defaultdict(list)
        for place in self._places.values():
            pools[place.code[:2]].append(place)
        return pools

    @cached_property
    def _by_short_word(self) -> Mapping[str, list[Place]]:
        """Codes, names and kana: what people begin to write."""
        words: dict[str, list[Place]] = defaultdict(list)
        for place in self._places.values():
            for word in {place.code, place.kana, folded(place.name), folded(place.address)}:
                words[word].append(place)
        return words

    @cached_property
    def _by_word(self) -> Mapping[str, list[Place]]:
        """The same, and every way to write a name with its prefecture."""
        words = {word: list(places) for word, places in self._by_short_word.items()}
        for place in self._places.values():
            for word in {
                folded(f"{place.name}({place.prefecture})"),
                folded(place.prefecture + place.name),
                folded(place.prefecture + place.address),
            }:
                words.setdefault(word, []).append(place)
        return words
