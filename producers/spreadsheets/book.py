"""A file that people hand in, opened and parsed once: what it holds, whose, and what it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.codes import MunicipalityCode, check_digit
from models.ids import PoolId
from models.months import Month
from producers.ports import Places
from producers.spreadsheets.cells import folded, parts
from producers.spreadsheets.faults import Fault, Faults
from producers.spreadsheets.files import grids
from producers.spreadsheets.finding import chosen, kinds, layout, named
from producers.spreadsheets.grid import Grid
from producers.spreadsheets.reading import Progress, Sheet, read_table
from wording.fields.column import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The sheets of a file; where it could not be opened, none and the reason."""

    name: str
    grids: tuple[Grid, ...]
    faults: tuple[Fault, ...]
    sheet: str | None  #: the sheet that people chose

    def kinds(self, first_month: Month) -> tuple[Kind, ...]:
        """What it holds, by its headers; the kind that was meant where no header fits."""
        return kinds(self._looked_at() or self.grids, first_month)

    def pool(self, first_month: Month, places: Places) -> PoolId | None:
        """The one prefecture of all municipalities that its requests name; None if not clear."""
        faults = Faults(self.name)
        table = chosen(self.grids, "requests", first_month, faults, self.sheet)
        how = layout(table, first_month, faults) if table else None
        if table is None or how is None:
            return None
        columns = [how.at[key] for key in ("code", "place") if key in how.at]
        pools: set[PoolId] = set()
        for row in table.grid.rows[how.header :]:
            for word in (w for at in columns if at < len(row) for w in parts(row[at])):
                # What may be of several prefectures says nothing of the pool unless one remains.
                of_word = _pools(word, places)
                if of_word and not (pools := pools & of_word if pools else of_word):
                    return None
        return pools.pop() if len(pools) == 1 else None

    def read(
        self,
        kind: Kind,
        *,
        pool_id: str,
        first_month: Month,
        places: Places,
        progress: Progress | None = None,
    ) -> Sheet:
        """What its table of a kind says. Never raises because of its content."""
        if not self.grids:
            return Sheet(kind=kind, name=self.name, faults=self.faults)
        return read_table(
            self.grids,
            kind,
            name=self.name,
            pool_id=pool_id,
            first_month=first_month,
            places=places,
            sheet=self.sheet,
            progress=progress,
        )

    def _looked_at(self) -> Sequence[Grid]:
        return named(self.grids, self.sheet, Faults(self.name))


def opened(path: Path, sheet: str | None = None) -> Book:
    """A file, parsed; `sheet` is the name of the sheet to read where people chose one."""
    faults = Faults(path.name)
    found = grids(path, faults)
    return Book(name=path.name, grids=found, faults=tuple(faults.found), sheet=sheet)


def _pools(word: str, places: Places) -> set[PoolId]:
    """The prefectures of all places that a code or a name may mean."""
    plain = folded(word)
    if not (plain.isascii() and plain.isdecimal() and len(plain) == 5):
        return {PoolId(code[:2]) for code in places.find(word)}
    # Its leading zero is lost (北海道 begins with 0), or it has no check digit.
    both = (MunicipalityCode(f"0{plain}"), MunicipalityCode(plain + check_digit(plain)))
    return {PoolId(code[:2]) for code in both if places.known(code)}
