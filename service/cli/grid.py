"""Lines of aligned columns, where a Japanese character counts double."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size


def widths(rows: Iterable[Sequence[str]], *, least: Sequence[int] = ()) -> list[int]:
    """The cells each column needs; rows may be of different lengths."""
    found = list(least)
    for row in rows:
        found.extend([0] * (len(row) - len(found)))
        for at, text in enumerate(row):
            found[at] = max(found[at], cell_len(text))
    return found


def line(row: Sequence[str], width: Sequence[int], *, right_from: int, indent: int = 0) -> str:
    """One row: columns up to `right_from` are text, the others numbers, aligned to the right."""
    cells = []
    for at, (text, cells_wide) in enumerate(zip(row, width, strict=False)):
        space = " " * (cells_wide - cell_len(text))
        cells.append(text + space if at < right_from else space + text)
    return (" " * indent + "  ".join(cells)).rstrip()


def cut(text: str, width: int) -> str:
    """At most `width` cells of the text; `…` says that there is more."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…"


def plain(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, right_from: int = 99
) -> list[str]:
    """A small table without frames: its header and its rows, ready to print."""
    body = [list(row) for row in rows]
    needed = widths([header, *body])
    return [line(row, needed, right_from=right_from) for row in (header, *body)]
