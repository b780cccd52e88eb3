"""A sheet as a use case: its diff, the change, its undo, and rows that somebody was faster with."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from application.commands.import_sheets import Comparison, compared, id_of, import_sheets
from application.commands.undo_import import undo_import
from application.session import Session
from application.undoing import undoing_of
from models.entities import Request
from models.errors import Mistake, Stale
from models.ids import PoolId, RequestId
from service.wiring import Parts
from tests import make
from tests.cli.stock import served


def sheet(*requests: Request, stamps: Mapping[str, int] | None = None) -> Any:
    """What the reading of a file gives: here with every column and every month."""
    return SimpleNamespace(
        requests=requests,
        talents=(),
        people=(),
        silent=frozenset(),
        months=None,
        stamps=stamps or {},
    )


async def look(session: Session, *requests: Request, **more: Any) -> Comparison:
    return await compared(session, PoolId("20"), [sheet(*requests, **more)], make.FIRST)


@pytest.fixture
async def posted(sato: Session, parts: Parts) -> None:
    await sato.desk.post_request(make.request("R-1"))
    await served(parts)


async def test_a_sheet_is_compared_then_posted_and_taken_back(
    sato: Session, parts: Parts, posted: None
) -> None:
    comparison = await look(sato, make.request("R-1", urgency=3), make.request("R-2"))

    assert [id_of(each) for each in comparison.new] == ["R-2"]
    [amended] = comparison.amended
    assert [c.field for c in amended.changes] == ["urgency"]
    assert await import_sheets(sato, comparison, dry_run=True) == ()
    undoing = undoing_of(comparison, PoolId("20"))
    assert {r.subject for r in await import_sheets(sato, comparison)} == {"R-1", "R-2"}
    await served(parts)
    assert (await look(sato, make.request("R-1", urgency=3))).unchanged

    undone = await undo_import(sato, undoing)

    assert (set(undone.done), undone.left) == ({"R-1", "R-2"}, ())
    assert (await parts.desk.known_request(PoolId("20"), RequestId("R-1"))).urgency == 1
    assert (await parts.desk.known_request(PoolId("20"), RequestId("R-2"))).status == "withdrawn"


async def test_a_row_that_was_exported_before_a_change_is_left(
    sato: Session, parts: Parts, posted: None
) -> None:
    await sato.desk.amend_request(
        PoolId("20"), RequestId("R-1"), lambda fields: fields.update(title="別")
    )
    await served(parts)

    comparison = await look(sato, make.request("R-1", urgency=3), stamps={"R-1": 1})

    [newer] = comparison.newer
    assert (newer.exported, newer.known.revision) == (1, 2)
    assert not comparison.changes_something


async def test_what_changes_between_the_diff_and_the_import_refuses_all_of_it(
    sato: Session, suzuki: Session, posted: None, parts: Parts
) -> None:
    comparison = await look(sato, make.request("R-1", urgency=3), make.request("R-2"))
    await suzuki.desk.amend_request(
        PoolId("20"), RequestId("R-1"), lambda fields: fields.update(title="別")
    )

    for dry_run in (True, False):
        with pytest.raises(Stale):
            await import_sheets(sato, comparison, dry_run=dry_run)

    with pytest.raises(Mistake, match="R-2"):
        await parts.desk.known_request(PoolId("20"), RequestId("R-2"))
