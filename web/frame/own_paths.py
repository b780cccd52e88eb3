"""Where a browser may be sent: to a page of ours, never to another host."""

from urllib.parse import urlsplit


def own_path(path: object) -> str:
    """The path where it is one of ours; else the first page."""
    if not isinstance(path, str) or not path.startswith("/") or path[1:2] in {"/", "\\"}:
        return "/"
    parts = urlsplit(path)
    printable = path.isprintable() and "\\" not in path
    return path if printable and not parts.scheme and not parts.netloc else "/"
