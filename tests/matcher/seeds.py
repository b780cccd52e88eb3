"""How many random problems a test tries: all of them in `make verify`, a share in `make test`.

What a share has found for long, it finds again; the whole is for those who change the search.
"""

import os

#: Times as many as `make test` tries.
TIMES = int(os.environ.get("TALENTPOOL_SEEDS", "1"))


def seeds(count: int, first: int = 0) -> range:
    """Of so many problems, or of so many times as many."""
    return range(first, first + count * TIMES)
