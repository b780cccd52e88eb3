"""The child that reads a file somebody handed in: little memory, little time, nothing else.

`python -m service.running.sheet_child FILE POOL MONTH`: what it says goes to stdout, pickled.
"""

import pickle
import resource
import sys
from pathlib import Path

from application.imports.read_in import read_in
from infra.registry import registry
from models.ids import PoolId
from models.months import Month

#: Bytes of memory, seconds of work, bytes of any file it writes.
MEMORY, WORK, WRITTEN = 1_500_000_000, 30, 1_000_000


def main(file: str, pool_id: str, first: str) -> None:
    """Read it."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, WORK),
        (resource.RLIMIT_FSIZE, WRITTEN),
    ):
        resource.setrlimit(what, (most, most))
    found = read_in(Path(file), PoolId(pool_id), Month(first), registry())
    sys.stdout.buffer.write(pickle.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
