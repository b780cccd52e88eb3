"""A problem with one thing more forbidden: its plans are among those of the problem before.

So its best score is never higher. Each costs no plan any points; only balance looks at what is
restricted, and charges more where there is less capacity.
"""

from collections.abc import Callable
from random import Random
from typing import Any

from matcher.problem import Bar, Line, Problem, ProblemTalent
from models.entities import Form, Nature
from models.months import plus

VENDOR = "7000000000000"

Restrict = Callable[[Problem, Random], Problem]


def _lines(**change: Any) -> Restrict:
    """All lines: one alone seldom matters."""

    def restrict(of: Problem, random: Random) -> Problem:
        return Problem.model_validate(
            dict(of) | {"lines": [dict(line) | change for line in of.lines]}
        )

    return restrict


def _with_line(of: Problem, chosen: Line, **change: Any) -> Problem:
    lines = [dict(x) | change if x is chosen else x for x in of.lines]
    return Problem.model_validate(dict(of) | {"lines": lines})


def _with_talent(of: Problem, chosen: ProblemTalent, **change: Any) -> Problem:
    talents = [dict(x) | change if x is chosen else x for x in of.talents]
    return Problem.model_validate(dict(of) | {"talents": talents})


def _bar(of: Problem, random: Random) -> Problem:
    months = random.choice(((), (random.choice(of.months),)))
    line, talent = random.choice(of.lines), random.choice(of.talents)
    bar = Bar(line_id=line.line_id, talent_id=talent.talent_id, months=months)
    return of.model_copy(update={"bars": (*of.bars, bar)})


def _exclusion(of: Problem, random: Random) -> Problem:
    talent = random.choice(of.talents)
    code = random.choice(random.choice(of.lines).municipalities)
    return _with_talent(of, talent, excluded=(*talent.excluded, code))


def _skill(of: Problem, random: Random) -> Problem:
    line = random.choice(of.lines)
    level = min(5, line.skills.get("cloud", 0) + random.randint(1, 3))
    return _with_line(of, line, skills=line.skills | {"cloud": level})


def _role(of: Problem, random: Random) -> Problem:
    talent = random.choice(of.talents)
    return _with_talent(of, talent, roles=(random.choice(talent.roles),))


def _capacity(of: Problem, random: Random) -> Problem:
    talent = random.choice(of.talents)
    month = random.choice(sorted(talent.capacity))
    fewer = random.randint(0, talent.capacity[month])
    return _with_talent(of, talent, capacity=talent.capacity | {month: fewer})


def _overhead(of: Problem, random: Random) -> Problem:
    talent = random.choice(of.talents)
    return _with_talent(of, talent, overhead=talent.overhead + random.randint(1, 2))


def _travel(of: Problem, random: Random) -> Problem:
    """One pair's way takes longer in a month."""
    line, talent = random.choice(of.lines), random.choice(of.talents)
    month, more = random.choice(of.months), random.randint(1, 2)
    pairs: list[dict[str, Any]] = [dict(pair) for pair in of.pairs]
    mine = [p for p in pairs if (p["line_id"], p["talent_id"]) == (line.line_id, talent.talent_id)]
    if not mine:
        mine = [{"line_id": line.line_id, "talent_id": talent.talent_id, "overhead": {}}]
        pairs += mine
    mine[0]["overhead"] = mine[0]["overhead"] | {month: mine[0]["overhead"].get(month, 0) + more}
    return Problem.model_validate(dict(of) | {"pairs": pairs})


def _contract(of: Problem, random: Random) -> Problem:
    talent = random.choice(of.talents)
    return _with_talent(of, talent, contract_until=plus(of.months[0], random.randint(-1, 0)))


def _training(of: Problem, random: Random) -> Problem:
    return of.model_copy(update={"training_required": True})


def _nature(of: Problem, random: Random) -> Problem:
    form, gone = random.choice(of.talents).form, random.choice(list(Nature))
    allowed = tuple(n for n in of.natures.get(form, tuple(Nature)) if n != gone)
    return of.model_copy(update={"natures": of.natures | {Form(form): allowed}})


def _conflict(of: Problem, random: Random) -> Problem:
    """A vendor's talent, and the vendor is concerned somewhere."""
    line = random.choice(of.lines)
    employed = [t for t in of.talents if t.employer is None]
    changed = _with_talent(of, random.choice(employed), employer=VENDOR) if employed else of
    here = next(x for x in changed.lines if x.line_id == line.line_id)
    known = [t.employer for t in changed.talents if t.employer]
    return _with_line(changed, here, vendors=(*line.vendors, random.choice(known)))


def _kept_apart(of: Problem, random: Random) -> Problem:
    """A pin of no hours, on a pair that is not pinned."""
    pinned = {pin.pair for pin in of.pins}
    pairs = [(ln.line_id, t.talent_id) for ln in of.lines for t in of.talents]
    free = [pair for pair in pairs if pair not in pinned]
    if not free:
        return of
    line_id, talent_id = random.choice(free)
    apart = {"line_id": line_id, "talent_id": talent_id, "hours": {of.months[0]: 0}}
    return Problem.model_validate(dict(of) | {"pins": [*of.pins, apart]})


def _places(of: Problem, random: Random) -> Problem:
    talents = [dict(talent) | {"municipalities_at_once": 1} for talent in of.talents]
    return Problem.model_validate(dict(of) | {"talents": talents})


def _block(of: Problem, random: Random) -> Problem:
    return of.model_copy(update={"block": 2 * of.block + random.randint(1, 4)})


#: By the rule that it makes stricter.
STRICTER: dict[str, Restrict] = {
    "eligible: a bar": _bar,
    "eligible: an exclusion": _exclusion,
    "eligible: a skill": _skill,
    "eligible: a role": _role,
    "capacity: fewer hours": _capacity,
    "capacity: more overhead": _overhead,
    "travel: a longer way": _travel,
    "contract: a shorter one": _contract,
    "training: required": _training,
    "nature: one form does less": _nature,
    "conflict: a vendor": _conflict,
    "pinned: a pair kept apart": _kept_apart,
    "concurrency: one place": _places,
    "minimum_fraction: all or nothing": _lines(minimum_percent=100),
    "minimum_block: a larger one": _block,
    "people_per_line: one": _lines(people=1),
    "exclusive: one line more": _lines(exclusive=True),
    "role_chain: no PM in place": _lines(needs_pm=True),
}
