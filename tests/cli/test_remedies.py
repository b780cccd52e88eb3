"""What a line says is enough, done with the commands that stand there, serves the line."""

import asyncio
import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from models.ids import PoolId
from models.pool_settings import PoolSettings
from service.wiring import opened
from tests import make
from tests.cli.conftest import Talentpool
from tests.cli.serving import serving, stop_the_clock
from tests.cli.stock import served, settings

POOL = ("--pool", "20")
DEC = "2026-12"
HOURS = make.hours(160, (DEC,))


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


def _filled(directory: Path, requests: Any, talents: Any, configured: Any = None) -> None:
    async def fill() -> None:
        async with opened(settings(directory / "var" / "talentpool.db"), now=lambda: make.NOW) as p:
            await p.desk.configure(PoolId("20"), configured or PoolSettings())
            await p.desk.post(requests, talents)
            await served(p)

    asyncio.run(fill())


def _commands(page: str, kind: str) -> list[list[str]]:
    """The commands that follow each change on the page; those with the word `kind` in them."""
    groups: list[list[list[str]]] = [[]]
    for line in page.splitlines():
        if found := re.match(r"^ +talentpool (.+)$", line):
            groups[-1].append(shlex.split(found[1]))
        elif groups[-1]:
            groups.append([])
    return next(group for group in groups if any(kind in " ".join(words) for words in group))


def _asks(hours: Any, **more: Any) -> Any:
    return make.request("R-1", make.line(hours=make.hours(hours, (DEC,)), **more))


def _two(first: Any, second: Any) -> Any:
    """A request with two lines of December; each is the keywords of a line, with hours as one."""
    lines = [
        make.line(number, **{"hours": make.hours(160, (DEC,))} | given)
        for number, given in enumerate((first, second), 1)
    ]
    return make.request("R-1", *lines, pm_in_place=False)


UNTRAINED = PoolSettings(training_required=True)
ONE_PLACE = make.request(
    "R-2", make.line(hours=make.hours(64, (DEC,))), municipalities=(make.MATSUMOTO,), urgency=3
)

#: What is asked, who there is, and what is set; the first word stands in the commands.
CASES = {
    "add-hours": ([_asks(200)], [make.talent(capacity=HOURS)]),
    "skills+=": ([_asks(160, skills={"業務改革": 3})], [make.talent(capacity=HOURS)]),
    "excluded-=": ([_asks(160)], [make.talent(capacity=HOURS, excluded=(make.SAKU,))]),
    "contract_from=": ([_asks(160)], [make.talent(capacity=HOURS, contract_from="2027-01")]),
    "contract_until=": ([_asks(160)], [make.talent(capacity=HOURS, contract_until="2026-11")]),
    "renewed_until=": (
        [make.request("R-1", make.line(hours=make.hours(64, ("2027-04",))))],
        [
            make.talent(
                form="fiscal_year",
                contract_until="2027-03",
                capacity=make.hours(160, ("2027-03", "2027-04")),
            )
        ],
    ),
    "natures.side_job=": ([_asks(160)], [make.talent(capacity=HOURS, form="side_job")]),
    "people=": (
        [_asks(320)],
        [make.talent(capacity=HOURS), make.talent("T-2", capacity=HOURS)],
    ),
    "trained_from=": ([_asks(160)], [make.talent(capacity=HOURS)], UNTRAINED),
    "municipalities_at_once=": (
        [ONE_PLACE, _asks(64)],
        [make.talent(capacity=HOURS, municipalities_at_once=1)],
    ),
    "exclusive=no": (
        [
            make.request("R-2", make.line(hours=make.hours(64, (DEC,)), exclusive=True), urgency=3),
            _asks(64),
        ],
        [make.talent(capacity=HOURS)],
    ),
    "pm_in_place=": (
        [make.request("R-1", make.line(hours=HOURS), pm_in_place=False)],
        [make.talent(capacity=HOURS)],
    ),
    "--role pm": (
        [_two({"role": "pm"}, {})],
        [make.talent(capacity=HOURS)],
    ),
    "post talent": ([_asks(160)], [make.talent(role="pm", capacity=HOURS)]),
    "new-engineer-1": ([_two({"role": "pm", "skills": {"PM": 3}}, {})], []),
}


@pytest.mark.parametrize("kind", CASES)
def test_the_commands_of_a_change_serve_the_line(
    talentpool: Talentpool, empty: Path, kind: str
) -> None:
    requests, talents, *configured = CASES[kind]
    _filled(empty, requests, talents, *configured)

    with serving(empty):
        before = talentpool("show", "request", "R-1", *POOL).out
        for words in _commands(before, kind):
            done = talentpool(*words, "--wait")
            assert done.code == 0, done
        after = talentpool("show", "request", "R-1", *POOL).out

    assert "未充足です" in before
    assert "未充足です" not in after


def test_who_is_to_be_hired_has_an_id_that_nobody_has_or_had(
    talentpool: Talentpool, empty: Path
) -> None:
    gone = make.talent("new-engineer-1", role="pm", status="left")
    _filled(empty, [_asks(160)], [gone])

    with serving(empty):
        page = talentpool("show", "request", "R-1", *POOL).out
        [words] = _commands(page, "post talent")
        done = talentpool(*words, "--wait")
        after = talentpool("show", "request", "R-1", *POOL).out

    assert "new-engineer-2" in words
    assert done.code == 0
    assert "未充足です" not in after


def test_programs_read_the_commands_that_people_read(talentpool: Talentpool, empty: Path) -> None:
    _filled(empty, [_asks(200)], [make.talent(capacity=HOURS)])

    told = json.loads(talentpool("show", "unmet", *POOL, "--json").out)
    of_request = json.loads(talentpool("show", "request", "R-1", *POOL, "--json").out)
    page = talentpool("show", "request", "R-1", *POOL).out

    for document in (told["pools"][0] if "pools" in told else told, of_request):
        [unmet] = document["unmet"]
        first = unmet["enough"][0]["commands"]
        assert [shlex.split(each)[1:] for each in first] == _commands(page, "add-hours")
        assert all(change["commands"] for change in unmet["enough"])


def test_hours_that_would_go_to_a_more_urgent_line_reach_this_one_once_that_is_pinned(
    talentpool: Talentpool, empty: Path
) -> None:
    urgent = make.request("R-2", make.line(hours=make.hours(240, (DEC,))), urgency=3)
    waiting = make.request("R-1", make.line(hours=make.hours(32, (DEC,))))
    _filled(empty, [urgent, waiting], [make.talent(capacity=HOURS)])

    with serving(empty):
        page = talentpool("show", "unmet", *POOL).out
        steps = _commands(page[page.index("R-1/1") :], "add-hours")
        for words in steps:
            assert talentpool(*words, "--wait").code == 0
        after = talentpool("show", "request", "R-1", *POOL).out

    assert [words[:2] for words in steps] == [["decide", "pin"], ["amend", "talent"]]
    assert "固定したうえで" in page
    assert "未充足です" not in after


def test_a_declined_pair_names_the_command_that_lifts_the_decline(
    talentpool: Talentpool, empty: Path
) -> None:
    _filled(empty, [_asks(160)], [make.talent(capacity=HOURS)], PoolSettings(release_at_once=True))

    with serving(empty):
        page = talentpool("show", "request", "R-1", *POOL).out
        match = re.search(r"M-[0-9a-f]{16}", page)
        assert match
        talentpool(
            *("decide", "decline", match[0], "--by", "talent", "--reason", "this_line"),
            *(*POOL, "--wait"),
        )
        declined = talentpool("show", "request", "R-1", *POOL).out
        for words in _commands(declined, "unbar"):
            assert talentpool(*words, "--wait").code == 0
        after = talentpool("show", "request", "R-1", *POOL).out

    assert "--line R-1/1 --talent T-1" in declined
    assert "未充足です" not in after


def test_what_was_ended_and_asked_again_names_the_command_that_resumes_it(
    talentpool: Talentpool, empty: Path
) -> None:
    months = (DEC, "2027-01")
    asked = make.request("R-1", make.line(hours=make.hours(64, months)))
    _filled(
        empty,
        [asked],
        [make.talent(capacity=make.hours(160, months))],
        PoolSettings(release_at_once=True),
    )

    with serving(empty):
        match = re.search(r"M-[0-9a-f]{16}", talentpool("show", "request", "R-1", *POOL).out)
        assert match
        for who in ("talent", "municipality"):
            talentpool("decide", "accept", match[0], "--by", who, "--wait")
        talentpool("decide", "end", match[0], "--from", "2027-01", "--wait")
        talentpool("amend", "request", "R-1", "--set", "nature=project", *POOL, "--wait")
        page = talentpool("show", "request", "R-1", *POOL).out
        lifted = talentpool("decide", "unbar", "--line", "R-1/1", "--talent", "T-1", *POOL)
        for words in _commands(page, "resume") if "resume" in page else []:
            assert talentpool(*words, "--wait").code == 0
        after = talentpool("show", "request", "R-1", *POOL).out

    assert lifted.code == 2
    assert f"talentpool decide resume {match[0]}" in lifted.err
    assert "未充足です" in page
    assert f"talentpool decide resume {match[0]}" in page
    assert "未充足です" not in after
