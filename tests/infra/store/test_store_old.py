"""A store of an earlier version is brought up to date with all it holds."""

from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine, text

from infra.store.store import SqlStore
from infra.store.upgrade import config
from models.ids import PoolId
from models.match import MatchState
from models.months import Month
from tests import make


async def test_a_store_of_the_first_tables_keeps_its_matches_and_records_what_they_have_behind_them(
    tmp_path: Path,
) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    engine = create_engine(url)
    rows = {
        "pools": {"pool_id": "20", "version": 5, "planned_version": 5, "settings_revision": 0},
        "requests": {"request_id": "R-2", "status": "open"},
        "matches": {"match_id": "M-1", "request_id": "R-2", "line_id": "R-2/1", "revision": 4},
    }
    stated = {"pool_id": "20", "revision": 1, "event_id": "0" * 32, "correlation_id": "0" * 32}
    rows["pools"]["settings"] = "{}"  # type: ignore[index]
    rows["requests"] |= stated | {"changed_version": 1, "content": _request()}  # type: ignore[operator]
    rows["matches"] |= {  # type: ignore[operator]
        "pool_id": "20",
        "talent_id": "T-1",
        "state": "confirmed",
        "fixed_by_hand": False,
        "reason": "accepted_by_talent",
        "hours": '{"2026-12": 4, "2027-03": 4}',
    }
    with engine.begin() as connection:
        command.upgrade(config(connection), "0001")
        for table, row in rows.items():
            names = ", ".join(row)  # type: ignore[arg-type]
            values = ", ".join(f":{name}" for name in row)  # type: ignore[attr-defined]
            connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), row)  # type: ignore[call-overload]
    engine.dispose()
    store = SqlStore(url, now=lambda: datetime(2027, 2, 10, 9, 0, tzinfo=UTC))
    await store.open()

    await store.turn(PoolId("20"), Month("2027-02"))

    assert [(w.month, w.hours) for w in await store.worked(PoolId("20"))] == [("2026-12", 16)]
    [kept] = await store.matches(PoolId("20"))
    assert (kept.state, kept.ended_hours) == (MatchState.CONFIRMED, {})
    assert kept.hours == {"2026-12": 16, "2027-03": 16}
    await store.close()


def _request() -> str:
    return make.request("R-2").model_dump_json()
