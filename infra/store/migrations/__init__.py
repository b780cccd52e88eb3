"""Every change of the tables, in order."""

from functools import cache
from pathlib import Path

SCRIPTS = Path(__file__).parent


@cache
def newest() -> str:
    """The revision that the rows of this version are of: files are named by their number."""
    return max(file.name for file in (SCRIPTS / "versions").glob("[0-9]*.py")).partition("_")[0]
