"""What a plan says of its lines is kept beside it: whole, line by line, and as long as the plan."""

from pathlib import Path

from infra.store.store import SqlStore
from matcher.explain import explain
from matcher.plan import Plan
from matcher.problem import Problem
from matcher.roster.greedy import greedy
from models.ids import LineId, PoolId
from tests import make
from tests.infra.store import given
from tests.matcher.some_problems import plan_of, some_problem

BEFORE = Path(__file__).parents[2] / "data" / "plan_with_sentences.json"


def explained(version: int, seed: int = 7) -> tuple[Problem, Plan]:
    """A problem of the pool, and a plan that says something of most of its lines."""
    some = some_problem(seed, requests=8).model_copy(update={"version": version})
    # The order of the lines is that of the problem, not that of their ids.
    problem = some.model_copy(update={"lines": some.lines[::-1]})
    plan = explain(problem, plan_of(problem, greedy(problem)))
    assert plan.unmet
    assert plan.why
    return problem, plan.model_copy(update={"version": version})


async def keep(store: SqlStore, problem: Problem, plan: Plan) -> None:
    await store.commit_plan(plan, problem=problem, matches=[], ledger=[], outbox=[])


async def test_a_plan_comes_back_with_all_it_says_in_the_order_of_its_lines(
    store: SqlStore,
) -> None:
    await given.planned_pool(store)
    problem, plan = explained(1)

    await keep(store, problem, plan)

    assert await store.plan(PoolId("20")) == plan
    assert await store.unmet(PoolId("20")) == plan.unmet


async def test_what_is_said_of_one_line_is_read_without_the_others(store: SqlStore) -> None:
    await given.planned_pool(store)
    problem, plan = explained(1)
    await keep(store, problem, plan)
    row, reason = plan.unmet[0], plan.why[0]
    async with store._database.writing() as connection:
        await connection.exec_driver_sql(
            "UPDATE explanations SET content = 'spoiled' "
            f"WHERE line_id NOT IN ('{row.line_id}', '{reason.line_id}')"
        )
        await connection.exec_driver_sql("UPDATE plans SET content = 'spoiled'")

    of_row = await store.explanation(PoolId("20"), row.line_id)
    of_reason = await store.explanation(PoolId("20"), reason.line_id)

    assert of_row
    assert of_row.unmet == row
    assert of_reason
    assert reason in of_reason.why


async def test_of_a_line_of_which_nothing_is_said_there_is_nothing(store: SqlStore) -> None:
    await given.planned_pool(store)
    await keep(store, *explained(1))

    assert await store.explanation(PoolId("20"), LineId("R-NONE/1")) is None
    assert await store.explanation(PoolId("15"), LineId("R-NONE/1")) is None
    assert await store.unmet(PoolId("15")) == ()


async def test_a_better_plan_of_the_same_version_says_its_own(store: SqlStore) -> None:
    await given.planned_pool(store)
    await keep(store, *explained(1))
    problem, better = explained(1, seed=11)

    await keep(store, problem, better)

    assert await store.plan(PoolId("20")) == better


async def test_explanations_go_with_their_plans(store: SqlStore) -> None:
    for number in range(22):
        await given.ingest(store, make.request(f"R-{number}"))
        await keep(store, *explained(number + 1))

    async with store._database.reading() as connection:
        found = await connection.exec_driver_sql(
            "SELECT DISTINCT version FROM explanations ORDER BY version"
        )
        versions = [version for (version,) in found]

    assert versions == list(range(3, 23))


async def test_a_plan_that_was_kept_with_its_sentences_is_read(store: SqlStore) -> None:
    """As the version before this one wrote it: whole, in one text, sentences and all."""
    await given.planned_pool(store)
    text = BEFORE.read_text(encoding="utf-8").replace("'", "''")
    async with store._database.writing() as connection:
        await connection.exec_driver_sql(
            f"UPDATE plans SET content = '{text}' WHERE pool_id = '20'"
        )

    plan = await store.plan(PoolId("20"))

    assert plan
    assert plan.unmet
    assert await store.unmet(PoolId("20")) == plan.unmet
    of_line = await store.explanation(PoolId("20"), plan.why[0].line_id)
    assert of_line
    assert of_line.why == (plan.why[0],)


async def test_what_a_next_version_says_is_read_or_the_plan_is_planned_anew(
    store: SqlStore,
) -> None:
    """An unknown field is passed over; a cause that nobody here knows is no whole plan."""
    await given.planned_pool(store)
    problem, plan = explained(1)
    await keep(store, problem, plan)
    row = plan.unmet[0]
    change = "UPDATE explanations SET content = replace(content, '{}', '{}') WHERE line_id = '{}'"

    async with store._database.writing() as connection:
        known = change.format('"unmet":', '"invented":[7],"unmet":', row.line_id)
        await connection.exec_driver_sql(known)
    assert await store.plan(PoolId("20")) == plan
    assert not await store.unreadable_plan(PoolId("20"))

    async with store._database.writing() as connection:
        cause = f'"cause":"{row.cause.value}"'
        await connection.exec_driver_sql(change.format(cause, '"cause":"no_parking"', row.line_id))
    assert await store.plan(PoolId("20")) is None
    assert await store.unreadable_plan(PoolId("20"))


async def test_a_dump_holds_what_is_said(store: SqlStore, tmp_path: Path) -> None:
    await given.planned_pool(store)
    _, plan = made = explained(1)
    await keep(store, *made)

    await store.dump(tmp_path / "copy.db")

    copy = SqlStore(f"sqlite:///{tmp_path / 'copy.db'}", now=store._now)
    await copy.open()
    assert await copy.plan(PoolId("20")) == plan
    await copy.close()
