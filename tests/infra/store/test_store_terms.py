"""Requests that are stated anew: what becomes of the matches and the declines of their lines."""

from collections.abc import Awaitable, Callable

import pytest
from alembic import command
from sqlalchemy import Connection

from infra.store.store import SqlStore
from infra.store.upgrade import config
from models.entities import Request
from models.facts import MatchChanged
from models.ids import LineId, PoolId
from models.match import DeclineReason, MatchState, Side, Verb
from models.retired_lines import succeeding
from models.terms import Terms, terms_of
from tests import make
from tests.infra.store import given

OpenStore = Callable[[], Awaitable[SqlStore]]
LINE = LineId("R-1/1")


def terms(request: Request, line: LineId = LINE) -> Terms:
    found = terms_of(request, line)
    assert found
    return found


_TERMS = terms(make.request("R-1"))
AGREED = make.match(state="confirmed", terms=_TERMS, agreed_terms=_TERMS)


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"municipalities": (make.MATSUMOTO,)}, ("municipalities",)),
        ({"nature": "advice"}, ("nature",)),
        ({"theme": "情報セキュリティ"}, ("theme",)),
        ({"lines": (make.line(skills={"AI": 5}),)}, ("skills",)),
        ({"lines": (make.line(role="pm"),)}, ("role",)),
        ({"lines": (make.line(on_site_percent=100),)}, ("on_site_percent",)),
        ({"lines": (make.line(exclusive=True),)}, ("exclusive",)),
    ],
)
async def test_an_agreement_is_asked_again_when_its_request_says_something_else(
    store: SqlStore, change: dict[str, object], names: tuple[str, ...]
) -> None:
    await given.planned_pool(store, AGREED)
    fields = dict(make.request("R-1", revision=2))
    stated = Request.model_validate(fields | change)

    await given.ingest(store, stated)

    after = await store.match(AGREED.match_id)
    assert after
    assert (after.state, after.reason, after.revision) == (MatchState.PROPOSED, "asked_again", 2)
    assert (after.pinned, after.asked_again) == (False, True)
    assert after.agreed_terms == AGREED.terms
    [message] = await given.said(store, MatchChanged)
    fact = message.fact
    assert isinstance(fact, MatchChanged)
    assert (fact.reason, fact.changed_terms) == ("asked_again", names)


async def test_an_agreement_stands_where_its_request_says_the_same(store: SqlStore) -> None:
    await given.planned_pool(store, AGREED)

    await given.ingest(store, make.request("R-1", revision=2, urgency=3, pm_in_place=False))

    assert await store.match(AGREED.match_id) == AGREED
    assert await given.said(store, MatchChanged) == []


async def test_a_match_of_before_terms_were_kept_is_asked_again_as_well(store: SqlStore) -> None:
    old = make.match(state="confirmed")
    await given.planned_pool(store, old)

    await given.ingest(store, make.request("R-1", revision=2, municipalities=(make.MATSUMOTO,)))

    after = await store.match(old.match_id)
    assert after
    assert (after.state, after.reason) == (MatchState.PROPOSED, "asked_again")
    assert after.asked_again


async def test_an_answer_to_older_terms_is_refused(store: SqlStore) -> None:
    proposed = make.match(terms=terms(make.request("R-1")))
    await given.planned_pool(store, proposed)
    answer = given.decision(proposed, Verb.ACCEPT, Side.TALENT, seen_revision=1)

    done = await given.ingest(
        store, make.request("R-1", revision=2, municipalities=(make.MATSUMOTO,)), answer
    )

    assert [lost.why.code for lost in done.dead] == ["match_changed_since"]
    after = await store.match(proposed.match_id)
    assert after
    assert (after.state, after.reason) == (MatchState.PROPOSED, "terms_changed")


async def test_a_removed_line_ends_its_matches_and_no_other(store: SqlStore) -> None:
    two = make.request("R-1", make.line(1), make.line(2))
    first = make.match("R-1/1", state="confirmed", terms=terms(two))
    second = make.match("R-1/2", state="confirmed", terms=terms(two, LineId("R-1/2")))
    await given.ingest(store, two, make.talent())
    await given.commit(store, first, second)

    await given.ingest(store, make.request("R-1", make.line(1), revision=2))

    ended = await store.match(second.match_id)
    assert ended
    assert (ended.state, ended.reason) == (MatchState.WITHDRAWN, "line_removed")
    assert await store.match(first.match_id) == first


async def test_what_was_declined_of_a_removed_line_does_not_cling_to_its_number(
    store: SqlStore,
) -> None:
    two = make.request("R-1", make.line(1), make.line(2))
    lines = [make.match("R-1/2", "T-1"), make.match("R-1/2", "T-2"), make.match("R-1/1", "T-2")]
    await given.ingest(store, two, make.talent("T-1"), make.talent("T-2"))
    await given.commit(store, *lines)
    reasons = [DeclineReason.THIS_LINE, DeclineReason.THIS_MUNICIPALITY, DeclineReason.THIS_LINE]

    await given.ingest(
        store,
        *(
            given.decision(match, Verb.DECLINE, Side.TALENT, reason)
            for match, reason in zip(lines, reasons, strict=True)
        ),
        make.request("R-1", make.line(1), revision=2),
        make.request("R-1", make.line(1), make.line(2), revision=3),
    )

    snapshot = await store.snapshot(PoolId("20"))
    assert snapshot
    left = {(d.line_id, d.talent_id, d.reason) for d in snapshot.declines}
    assert left == {
        ("R-1/2", "T-2", DeclineReason.THIS_MUNICIPALITY),
        ("R-1/1", "T-2", DeclineReason.THIS_LINE),
    }


async def test_a_lifted_decline_bars_nobody(store: SqlStore) -> None:
    match = make.match()
    await given.planned_pool(store, match)
    await given.ingest(
        store, given.decision(match, Verb.DECLINE, Side.TALENT, DeclineReason.THIS_LINE)
    )

    await given.ingest(store, given.decision(match, Verb.UNBAR))

    snapshot = await store.snapshot(PoolId("20"))
    assert snapshot
    assert snapshot.declines == ()
    after = await store.match(match.match_id)
    assert after
    assert (after.state, after.reason) == (MatchState.DECLINED, "unbarred")


async def test_a_decline_of_one_municipality_of_a_joint_request_is_of_that_one(
    store: SqlStore,
) -> None:
    joint = make.request("R-1", municipalities=(make.SAKU, make.MATSUMOTO))
    match = make.match(terms=terms(joint))
    await given.ingest(store, joint, make.talent())
    await given.commit(store, match)

    await given.ingest(
        store,
        given.decision(
            match,
            Verb.DECLINE,
            Side.TALENT,
            DeclineReason.THIS_MUNICIPALITY,
            municipality=make.SAKU,
        ),
    )

    snapshot = await store.snapshot(PoolId("20"))
    assert snapshot
    assert [d.municipalities for d in snapshot.declines] == [(make.SAKU,)]


async def test_everything_about_a_match_comes_back_from_the_store(store: SqlStore) -> None:
    joint = make.request("R-1", municipalities=(make.SAKU, make.MATSUMOTO))
    match = make.match(
        state="accepted_by_talent",
        terms=terms(joint),
        agreed_terms=terms(make.request("R-1", title="別の件名")),
        accepted_by=(make.SAKU,),
        contradictions=("skill", "no_pm"),
    )
    await given.ingest(store, joint, make.talent())

    await given.commit(store, match)

    assert await store.match(match.match_id) == match


async def test_old_matches_get_the_terms_that_their_requests_say(
    open_store: OpenStore,
) -> None:
    joint = make.request("R-1", municipalities=(make.SAKU, make.MATSUMOTO), theme="窓口")
    states = ("proposed", "accepted_by_talent", "confirmed")
    old = [make.match(talent_id=f"T-{n}", state=state) for n, state in enumerate(states)]
    store = await open_store()
    await given.ingest(store, joint, make.talent())
    await given.commit(store, *old)

    def down(connection: Connection) -> None:
        command.downgrade(config(connection), "0002")

    async with store._database.writing() as connection:
        await connection.run_sync(down)
    await store.close()
    again = await open_store()

    found = {m.state: m for m in await again.matches(PoolId("20"))}
    assert len(found) == len(states)
    for match in found.values():
        assert match.terms == terms(joint)
        assert match.agreed_terms == (terms(joint) if match.agreed else None)
    assert found[MatchState.CONFIRMED].accepted_places == (make.SAKU, make.MATSUMOTO)
    assert found[MatchState.PROPOSED].accepted_places == ()


async def test_a_line_that_comes_back_as_it_was_keeps_what_was_declined_of_it(
    store: SqlStore,
) -> None:
    two = make.request("R-1", make.line(1), make.line(2))
    match = make.match("R-1/2")
    await given.ingest(store, two, make.talent())
    await given.commit(store, match)
    one = succeeding(two, make.request("R-1", make.line(1), revision=2))

    await given.ingest(
        store,
        given.decision(match, Verb.DECLINE, Side.TALENT, DeclineReason.THIS_LINE),
        one,
        succeeding(one, make.request("R-1", make.line(1), make.line(2), revision=3)),
    )

    snapshot = await store.snapshot(PoolId("20"))
    assert snapshot
    assert [d.line_id for d in snapshot.declines] == ["R-1/2"]
