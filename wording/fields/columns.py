"""The columns of both kinds of sheet."""

from wording.fields.column import Column, Kind
from wording.fields.request_columns import REQUESTS
from wording.fields.talent_columns import TALENTS

COLUMNS: dict[Kind, tuple[Column, ...]] = {"requests": REQUESTS, "talents": TALENTS}

#: Stands in exported sheets alone.
STAMP = Column(
    key="revision",
    ja="版",
    en="Revision",
    note_ja="書き出したときの版です。書き換えないでください。そのあとに変わったものを上書きしません。"
    "新しい行では空けておきます。",
    note_en="The revision this row was written from. Leave it as it is: what has changed since is "
    "then not undone. Empty in new rows.",
    other=("revision",),
    text=False,
    width=6,
)

#: What is understood in a sheet.
UNDERSTOOD: dict[Kind, tuple[Column, ...]] = {
    kind: (*columns, STAMP) for kind, columns in COLUMNS.items()
}
