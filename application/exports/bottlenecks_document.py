"""What a pool lacks most, as JSON."""

from typing import Any

from application.queries.bottlenecks import BottlenecksView
from wording import amounts
from wording.explain.documents import bottleneck_document
from wording.words import Words


def bottlenecks_document(view: BottlenecksView, words: Words) -> dict[str, Any]:
    """Each entry with its sentence."""
    place = words.reader.places.name
    return {
        "pool_id": view.pool_id,
        "name": amounts.pool(words.reader, view.pool_id),
        "version": view.version,
        "sample": view.sample,
        "bottlenecks": [
            {
                **bottleneck_document(words, entry),
                "places": [place(code) for code in entry.municipalities],
            }
            for entry in view.entries
        ],
    }
