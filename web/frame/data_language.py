"""On a page in English, what is Japanese is data: names and titles. Marked, it is read aloud so."""

import re

_JAPANESE = r"\u3005\u3041-\u30ff\u3400-\u9fff"
#: With marks of its own script, a space or digits in between: 中村 健太.
_RUN = re.compile(rf"[{_JAPANESE}](?:[ 0-9]?[{_JAPANESE}\u3000-\u303f\uff00-\uffef])*")
_TEXT = re.compile(r"<(/?\w+)([^>]*)>([^<]+)")
#: Their text holds no elements.
_PLAIN = frozenset({"script", "style", "textarea", "title"})


def marked(page: str) -> str:
    """The page with `lang="ja"` around every run of Japanese."""
    return _TEXT.sub(_marked, page)


def _marked(found: re.Match[str]) -> str:
    tag, attributes, text = found.groups()
    if tag in _PLAIN or " lang=" in attributes or not _RUN.search(text):
        return found.group()
    if tag == "option":
        return f'<option{attributes} lang="ja">{text}'
    return f"<{tag}{attributes}>" + _RUN.sub(r'<span lang="ja">\g<0></span>', text)
