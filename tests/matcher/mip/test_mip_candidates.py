"""Candidates come from arrays; here is the obvious way, pair by pair, and both must agree."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from matcher.eligibility.eligibility import Eligibility, free, least
from matcher.mip.mip_candidates import Candidate, candidates
from matcher.problem import Assignment, Line, Problem, ProblemTalent
from models.entities import Nature, Role
from models.ids import LineId, TalentId
from models.months import Month
from tests.matcher.brute import tiny
from tests.matcher.make_problem import JUL, MATSUMOTO, bar, line, problem, talent
from tests.matcher.some_problems import some_problem

APART = Assignment(line_id=LineId("R1/1"), talent_id=TalentId("aya"), hours={JUL: 0})

Told = tuple[str, str, dict[Month, int], bool]


def told(of: Problem) -> list[Told]:
    return [told_one(c) for c in candidates(of)]


def told_one(c: Candidate) -> Told:
    return c.line.line_id, c.talent.talent_id, dict(c.most), c.pin is not None


def pair_by_pair(of: Problem) -> list[Told]:
    """Every pair asked alone, then the lines that cannot start left out."""
    pins = [pin for pin in of.pins if pin.total]
    found: dict[str, list[Told]] = {}
    for ln in of.lines:
        mine = [p for p in pins if p.line_id == ln.line_id]
        rows: list[Told] = [
            (p.line_id, p.talent_id, {m: h for m, h in p.hours.items() if h}, True) for p in mine
        ]
        some = list(_open(of, ln)) if len(mine) < ln.people else []
        if not mine:
            some = _able(ln, some)
        found[ln.line_id] = rows + some
    led = {ln.request_id for ln in of.lines if ln.role is Role.PM and found[ln.line_id]}
    for ln in of.lines:
        if ln.role is Role.ENGINEER and ln.needs_pm and ln.request_id not in led:
            found[ln.line_id] = [row for row in found[ln.line_id] if row[3]]
    return [row for rows in found.values() for row in rows]


def _open(of: Problem, ln: Line) -> Iterator[Told]:
    eligibility = Eligibility(of)
    pinned = {pin.pair for pin in of.pins}
    for t in of.talents:
        if (ln.line_id, t.talent_id) in pinned or eligibility.losses(ln, t):
            continue
        most = {m: _room(of, ln, t, m) for m in eligibility.usable_months(ln, t)}
        most = {m: room for m, room in most.items() if room >= least(of, ln, m)}
        if most:
            yield ln.line_id, t.talent_id, most, False


def _room(of: Problem, ln: Line, t: ProblemTalent, month: Month) -> int:
    """Quarters beside the pins; 0 where an exclusive line stands in the way."""
    overhead = defaultdict(dict, {(p.line_id, p.talent_id): p.overhead for p in of.pairs})
    exclusive = {other.line_id for other in of.lines if other.exclusive}
    here = [p for p in of.pins if p.hours.get(month)]
    theirs = [p for p in here if p.talent_id == t.talent_id]
    if any(ln.exclusive or p.line_id in exclusive for p in theirs):
        return 0
    used = sum(p.hours[month] + overhead[p.pair].get(month, 0) for p in theirs)
    given = sum(p.hours[month] for p in here if p.line_id == ln.line_id)
    own = overhead[ln.line_id, t.talent_id].get(month, 0)
    return min(ln.hours[month] - given, free(t, month) - used - own)


def _able(ln: Line, some: list[Told]) -> list[Told]:
    if ln.people == 1:
        return [row for row in some if sum(row[2].values()) >= ln.minimum]
    reach = 0
    for month, asked in ln.hours.items():
        best = sorted((row[2].get(month, 0) for row in some), reverse=True)[: ln.people]
        reach += min(asked, sum(best))
    return some if reach >= ln.minimum else []


@pytest.mark.parametrize("kind", ["cramped", "larger", "tiny"])
@pytest.mark.parametrize("seed", range(60))
def test_arrays_and_pair_by_pair_agree(kind: str, seed: int) -> None:
    of = {
        "cramped": lambda: some_problem(seed),
        "larger": lambda: some_problem(seed, requests=12, talents=8, months=6),
        "tiny": lambda: tiny(seed),
    }[kind]()

    assert told(of) == pair_by_pair(of)


@pytest.mark.parametrize(
    "of",
    [
        problem(),
        problem([talent()], []),
        problem([talent("aya"), talent("ben")], [line()], pins=(APART,)),
        problem([talent("aya"), talent("ben")], [line()], bars=(bar("R1/1", "aya", JUL),)),
        problem([talent(n, free=10) for n in "abc"], [line(asks=30, people=2, minimum_percent=90)]),
        problem([talent("aya", employer="1234567890123")], [line(vendors=("1234567890123",))]),
        problem([talent("aya", excluded=(MATSUMOTO,)), talent("ben")], [line()]),
        problem([talent("aya", trained_from=JUL), talent("ben")], [line()], training_required=True),
        problem(
            [talent("aya", form="side_job"), talent("ben")],
            [line(nature=Nature.CONTINUOUS)],
            natures={"side_job": (Nature.ADVICE,)},
        ),
    ],
    ids=[
        "empty",
        "no lines",
        "kept apart",
        "barred",
        "too few",
        "conflict",
        "excluded",
        "trained",
        "nature",
    ],
)
def test_single_conditions_agree(of: Problem) -> None:
    assert told(of) == pair_by_pair(of)
