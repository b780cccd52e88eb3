"""Dead letters in the console: found, opened on demand, mended, replayed and dropped once."""

import re
from dataclasses import replace

import pytest

from consumers.ingest import ingest_consumer
from models.accounts import AccountRole
from models.audit import AuditSearch
from models.event_log import Record
from models.facts import RequestStated
from models.ids import PoolId, RequestId
from tests import make
from tests.application.demo_store import take_in
from tests.web.forms import submit

#: Planted where a person's name could stand.
CANARY = "KANARIA-TARO"


async def dies(parts, request_id="R-DEAD", *, spoilt=True, offset=10_000):
    """A record that nobody could take: its bytes were spoilt, or the reason is gone."""
    request = make.request(request_id, title=f"{CANARY}<b>")
    record = make.message(RequestStated(request=request)).record()
    value = record.value.replace(b'"title"', b'"titel"') if spoilt else record.value
    at = Record(
        topic=record.topic if spoilt else f"{record.topic}.dead",
        key=record.key,
        value=value,
        headers=(*record.headers, ("x-sender", CANARY.encode())),
        partition=0,
        offset=offset,
    )
    if spoilt:
        await ingest_consumer(parts.store).handle([at])
    else:
        await parts.store.keep_dead_letter(at)
    known = {each.offset: each for each in await parts.store.dead_letters()}
    return known[offset].id


@pytest.fixture
async def ops(sign_in):
    return await sign_in(AccountRole.OPS)


async def opened(ops, letter):
    page = await ops.get(f"/ops/dead-letters/{letter}")
    return await submit(ops, page, f"/ops/dead-letters/{letter}/bytes")


async def looks(parts):
    found = await parts.store.audit(AuditSearch(action="dead_letters"), before=None, limit=50)
    return [(record.page, record.subject) for _, record in found]


async def test_none_leads_on(ops):
    page = await ops.get("/ops/dead-letters")

    assert "取り込めなかった記録はありません" in page.text
    assert 'href="/ops/health"' in page.text


async def test_letters_are_listed_and_filtered_without_what_they_held(ops, parts):
    letter = await dies(parts)
    await dies(parts, "R-2", spoilt=False, offset=3)

    all_ = await ops.get("/ops/dead-letters")
    some = await ops.get("/ops/dead-letters?reason=fact_malformed&status=new&pool=20")
    none = await ops.get("/ops/dead-letters?topic=talentpool.talents.v1&page=99999")
    shown = await ops.get(f"/ops/dead-letters/{letter}")

    assert all_.text.count('<th scope="row"') == 2
    assert all_.text.count("<time datetime=") == 2
    assert some.text.count('<th scope="row"') == 1
    assert str(letter) in some.text
    assert "条件に合う記録はありません" in none.text
    assert shown.status_code == 200
    assert CANARY not in all_.text + some.text + shown.text
    assert await looks(parts) == []


async def test_the_bytes_are_shown_on_demand_escaped_and_recorded(ops, parts):
    letter = await dies(parts)

    page = await opened(ops, letter)

    assert f"{CANARY}&lt;b&gt;" in page.text
    assert f"{CANARY}<b>" not in page.text
    assert ("POST /ops/dead-letters/{letter}/bytes", str(letter)) in await looks(parts)


async def test_a_letter_is_mended_examined_and_taken(ops, parts):
    letter = await dies(parts)
    page = await opened(ops, letter)
    typed = re.search(r"<textarea[^>]*>(.*?)</textarea>", page.text, re.DOTALL)[1]
    body = typed.strip().replace("&#34;", '"').replace("&lt;", "<").replace("&gt;", ">")
    mend = f"/ops/dead-letters/{letter}/mend"

    for wrong in ("{", "{}", body, body.replace("titel", "title").replace(make.SAKU, "209996")):
        answer = await submit(ops, page, mend, body=wrong)
        assert answer.status_code == 422
        assert 'aria-invalid="true"' in answer.text
        assert wrong[-40:].strip().replace('"', "&#34;") in answer.text
    assert [each.status for each in await parts.store.dead_letters()] == ["new"]

    done = await submit(ops, page, mend, body=body.replace("titel", "title"))
    again = await submit(ops, page, mend, body=body.replace("titel", "title"))
    await take_in(parts)

    assert done.headers["location"] == f"/ops/dead-letters/{letter}"
    assert again.status_code == 422
    assert "もう入れ直してあります" in again.text
    assert await parts.store.request(PoolId("20"), RequestId("R-DEAD")) is not None


async def test_a_letter_that_can_be_read_is_replayed_once(ops, parts):
    letter = await dies(parts, spoilt=False)
    page = await ops.get(f"/ops/dead-letters/{letter}")

    done = await submit(ops, page, f"/ops/dead-letters/{letter}/replay")
    again = await submit(ops, page, f"/ops/dead-letters/{letter}/replay")

    assert done.status_code == 303
    assert again.status_code == 422
    assert "もう入れ直してあります" in again.text


async def test_a_letter_is_dropped_once_with_a_reason(ops, parts):
    letter = await dies(parts)
    address = f"/ops/dead-letters/{letter}/drop"
    page = await ops.get(address)

    without = await submit(ops, page, reason="　")
    done = await submit(ops, page, reason="登録し直した")
    again = await submit(ops, page, reason="べつの理由")
    shown = await ops.get(done.headers["location"])

    assert without.status_code == 422
    assert "消すわけを書いてください" in without.text
    assert again.status_code == 422
    assert "もう消してあります" in again.text
    assert "登録し直した" in shown.text
    assert CANARY not in (await opened(ops, letter)).text


async def test_many_are_counted_examined_and_replayed(ops, parts):
    left, went = await dies(parts), await dies(parts, "R-2", spoilt=False, offset=3)

    before = await ops.get("/ops/dead-letters/replay?pool=20")
    done = await submit(ops, before, "/ops/dead-letters/replay")
    later = await submit(ops, before, "/ops/dead-letters/replay")

    assert "未対応の 2 件" in before.text
    assert "1 件を入れ直し、1 件を残しました" in done.text
    assert str(left) in done.text
    assert str(went) in done.text
    assert later.status_code == 409
    assert "件数が変わりました" in later.text
    statuses = {each.id: each.status for each in await parts.store.dead_letters()}
    assert statuses == {left: "new", went: "replayed"}


async def test_what_is_no_letter_is_not_found(ops):
    for letter in ("nothing", "00000000-0000-0000-0000-000000000001"):
        for path in ("", "/drop"):
            answer = await ops.get(f"/ops/dead-letters/{letter}{path}")
            assert answer.status_code == 404


async def test_a_large_letter_is_shown_in_part_and_not_edited(ops, parts):
    request = make.message(RequestStated(request=make.request("R-L"))).record()
    at = replace(request, value=b"x" * 200_000)
    record = Record(
        topic=at.topic, key=at.key, value=at.value, headers=at.headers, partition=0, offset=9
    )
    await ingest_consumer(parts.store).handle([record])
    [known] = await parts.store.dead_letters()

    page = await opened(ops, known.id)

    assert "<textarea" not in page.text
    assert 60_000 < len(page.text) < 100_000


async def test_the_pages_speak_english(ops, parts):
    letter = await dies(parts)

    assert "Dead letters" in (await ops.get("/ops/dead-letters?lang=en")).text
    assert "Show and mend" in (await ops.get(f"/ops/dead-letters/{letter}?lang=en")).text
