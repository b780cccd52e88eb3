"""Skills with their levels as people write them: `業務改革:3、UI・UX（2）`, `クラウド`, `なし`."""

import re

from models.skills import Levels, same_skill
from models.unfit import Unfit
from models.written import is_nothing, plain
from wording.typed.listed import listed

LONGEST = 40
#: A level after a colon, in brackets, or after its word. The name stays as it is written.
_LEVEL = re.compile(
    r"^(?P<name>.*?)\s*(?:[:：=＝]\s*(?P<colon>[^:：=＝]*)|[(（]\s*(?P<bracket>[0-9０-９]+)\s*[)）]"
    r"|(?:レベル|level|lv\.?)\s*(?P<word>[0-9０-９]+))$",
    re.IGNORECASE | re.DOTALL,
)
#: A single digit that ends a name: 業務改革3.
_DIGIT = re.compile(r"^(?P<name>.*[^0-9０-９\s.])(?P<space>\s*)(?P<digit>[0-9０-９])$", re.DOTALL)


def skills(written: object) -> dict[str, int]:
    """Skills with their levels, 1 where none is written; none where `なし` is. Raises Unfit."""
    found: dict[str, int] = {}
    # A cell of numbers is named as it looks: 3, not 3.0.
    text = plain(written) if isinstance(written, int | float) else str(written)
    for part in listed(text):
        if not is_nothing(part):
            found = joined(found, dict([skill(part)]))
    return found


def joined(some: Levels, more: Levels) -> dict[str, int]:
    """Both together. Raises Unfit where a skill is in both, however its name is written."""
    for name in more:
        if any(same_skill(known, name) for known in some):
            raise Unfit("repeated", part=name)
    return {**some, **more}


def skill(part: str) -> tuple[str, int]:
    """One skill and its level. Raises Unfit, also where a digit may be the level or of the name."""
    name, level = _name_and_level(part.strip())
    if not (re.fullmatch(r"[1-5]", level) and is_name(name)):
        raise Unfit("skill", part=part[:LONGEST])
    return name, int(level)


def is_name(name: str) -> bool:
    """Whether this can be the name of a skill: it has a letter, and can be written in a list."""
    seen = plain(name)
    return (
        1 <= len(name) <= LONGEST
        and any(letter.isalpha() for letter in seen)
        and not is_nothing(seen)
        and not re.search(r"[、,;:=\n]", seen)
    )


def _name_and_level(part: str) -> tuple[str, str]:
    if found := _LEVEL.match(part):
        return found["name"], plain(found["colon"] or found["bracket"] or found["word"] or "")
    if found := _DIGIT.match(part):
        name, digit = found["name"], plain(found["digit"])
        if name[-1].isascii():
            # AWS3 may be AWS at level 3; Web3 is a name.
            raise Unfit("skill_digit", part=part[:LONGEST], name=name.strip(), digit=digit)
        return name, digit
    return part, "1"
