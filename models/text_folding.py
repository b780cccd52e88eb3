"""How words are compared: width, case, spaces and characters nobody sees do not matter.

For comparing alone: what is stored and shown stays as written. A variation selector in the name of
a person is theirs.
"""

import re
import unicodedata

#: Unicode's ignorable characters (zero width, marks of order and byte order, selectors of variants,
#: tags), control characters that are no space, and letters and signs that are drawn as nothing.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def visible(text: str) -> str:
    """The text without the characters that nobody sees; spaces and new lines stay."""
    return _UNSEEN.sub("", text)


def one_width(text: str) -> str:
    """What is seen, in one width (NFKC) and without the spaces around it."""
    # Unseen characters first: between か and its mark they would keep the two from becoming が.
    return unicodedata.normalize("NFKC", visible(text)).strip()


def folded(text: str) -> str:
    """A key for comparing: the same for words that differ in width, case, spaces or the unseen."""
    before, after = text, "".join(one_width(text).casefold().split())
    while before != after:  # a mark that lost its space may join the letter before it
        before, after = after, "".join(one_width(after).casefold().split())
    return after


#: Katakana with the hiragana that sounds the same.
_HIRAGANA = {kata: kata - 0x60 for kata in range(0x30A1, 0x30F6 + 1)}


def search_key(text: str) -> str:
    """As `folded`, and the same for both kana: what somebody looks for, and what is looked at."""
    return folded(text).translate(_HIRAGANA)
