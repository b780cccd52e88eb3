"""How a demand line is called in tables: its request, whose it is, its title."""

from rich.cells import cell_len

from application.views.line_names import LineName
from service.cli.frame.text_columns import cut
from wording import amounts, labels
from wording.words import Words


def heading(name: LineName, words: Words, room: int | None = None) -> str:
    """`P001　長野市　書かない窓口（見本）`; in less room the title is cut, nothing else."""
    where = amounts.places(words.reader, name.municipalities)
    before = "　".join(part for part in (name.request_id, where) if part)
    whole = f"{before}　{name.title}" if name.title else before
    sample = labels.titled("", words.lang, sample=name.sample)
    return (whole if room is None else cut(whole, room - cell_len(sample))) + sample
