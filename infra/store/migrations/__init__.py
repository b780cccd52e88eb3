"""Every change of the tables, in order."""

from pathlib import Path

SCRIPTS = Path(__file__).parent
