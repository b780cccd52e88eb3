"""Lines of aligned columns, where a Japanese character counts double."""

from collections.abc import Container, Iterable, Sequence

from rich.cells import cell_len, set_cell_size


def widths(rows: Iterable[Sequence[str]], *, least: Sequence[int] = ()) -> list[int]:
    """The cells each column needs; rows may be of different lengths."""
    found = list(least)
    for row in rows:
        found.extend([0] * (len(row) - len(found)))
        for at, text in enumerate(row):
            found[at] = max(found[at], cell_len(text))
    return found


def line(
    row: Sequence[str], width: Sequence[int], *, right: Container[int] = (), indent: int = 0
) -> str:
    """One row; the columns in `right` are numbers and end where their column ends."""
    cells = []
    for at, (text, wide) in enumerate(zip(row, width, strict=False)):
        space = " " * (wide - cell_len(text))
        cells.append(space + text if at in right else text + space)
    return (" " * indent + "  ".join(cells)).rstrip()


def cut(text: str, width: int) -> str:
    """At most `width` cells of the text; `…` says that there is more."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…"


def plain(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, right: Container[int] = ()
) -> list[str]:
    """A small table without frames: its header and its rows, ready to print."""
    body = [header, *rows]
    needed = widths(body)
    return [line(row, needed, right=right) for row in body]
