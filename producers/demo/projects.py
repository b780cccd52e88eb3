"""The projects: facts, as data/projects.csv restates them."""

from functools import cache

from models.codes import CodeField
from models.frozen import Frozen
from models.ids import PoolIdField, RequestIdField
from producers.demo.tables import rows


class Project(Frozen):
    """A granted project, and who runs it: a municipality or the prefecture itself."""

    project: RequestIdField
    pool_id: PoolIdField
    code: CodeField
    title: str
    field: str  #: one of the grant's eleven fields, read from the title by us
    theme: str  #: a theme within the field, read from the title by us; その他 where none fits
    amount_thousand_yen: int

    @property
    def topic(self) -> str:
        """What the project is about, in one word: its theme, or its field where none fits."""
        return self.field if self.theme == "その他" else self.theme


@cache
def projects() -> tuple[Project, ...]:
    """All projects in the order of the printed lists."""
    return rows("projects", Project)
