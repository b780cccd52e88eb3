"""records -> messages, and the dead among them: bytes are read in this one place"""

from collections.abc import Mapping, Sequence

from consumers.ports import Dead, Taken
from models.envelope import read
from models.errors import Rejected
from models.event_log import Record
from models.facts import Fact


def sort_out(
    records: Sequence[Record], facts: Mapping[str, type[Fact]]
) -> tuple[list[Taken], list[Dead]]:
    """The readable records with their messages, and the others with the reason."""
    taken, dead = [], []
    for record in records:
        try:
            taken.append(Taken(record=record, message=read(record, facts[record.topic])))
        except Rejected as error:
            dead.append(Dead(record=record, why=error.phrase))
    return taken, dead
