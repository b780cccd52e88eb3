"""The wrong hours, or the wrong company: one limit is passed by as little as a quarter."""

from random import Random

from matcher.problem import Assignment, PairTerms
from models.entities import Role
from models.months import Month
from tests.verify.good import Bad, Good, Spoil, bad

TWIN = "twin"


def _some(of: Good, random: Random) -> tuple[Assignment, str] | None:
    """An assignment that is not pinned, and a month of it."""
    if not of.free:
        return None
    a = random.choice(of.free)
    return a, random.choice(sorted(a.hours))


def _capacity(of: Good, random: Random) -> Bad | None:
    """The talent has a quarter less than they work, or a few."""
    if (some := _some(of, random)) is None:
        return None
    a, month = some
    talent = of.talent(a)
    used = sum(other.hours[Month(month)] for other in of.of_talent(a, month))
    less = max(0, used - random.choice((1, 1, 5)))
    changed = of.with_talent(talent, capacity=talent.capacity | {month: talent.overhead + less})
    return bad(changed, f"{a.talent_id}: works {used} quarters in {month}", of)


def _travel(of: Good, random: Random) -> Bad | None:
    """The way takes a quarter more than is free."""
    if (some := _some(of, random)) is None:
        return None
    a, month = some
    talent = of.talent(a)
    used = sum(other.hours[Month(month)] for other in of.of_talent(a, month))
    lost = max(0, talent.capacity[Month(month)] - talent.overhead - used) + 1
    others = [pair for pair in of.problem.pairs if (pair.line_id, pair.talent_id) != a.pair]
    own = PairTerms(line_id=a.line_id, talent_id=a.talent_id, overhead={month: lost})
    return bad(of.with_problem(pairs=(*others, own)), "to overhead, has", of)


def _demand(of: Good, random: Random) -> Bad | None:
    """The line asked for a quarter less, or the talent gives more."""
    if (some := _some(of, random)) is None:
        return None
    a, month = some
    more = of.line(a).hours[Month(month)] + random.choice((1, 1, 9))
    changed = of.replaced(a, a.model_copy(update={"hours": a.hours | {month: more}}))
    return bad(changed, f"quarters in {month}, asks for", of)


def _minimum_fraction(of: Good, random: Random) -> Bad | None:
    """Months are left out until the line has less than its minimum."""
    alone = [a for a in of.free if of.line(a).minimum > min(a.hours.values()) and _alone(of, a)]
    if not alone:
        return None
    a = random.choice(alone)
    line, hours = of.line(a), dict(a.hours)
    while sum(hours.values()) >= line.minimum:
        del hours[random.choice(sorted(hours)) if len(hours) > 1 else max(hours)]
        if not hours:
            return None
    changed = of.replaced(a, a.model_copy(update={"hours": hours}))
    return bad(changed, f"{line.line_id}: started with {sum(hours.values())} quarters", of)


def _alone(of: Good, a: Assignment) -> bool:
    return sum(other.line_id == a.line_id for other in of.plan.assignments) == 1


def _people_per_line(of: Good, random: Random) -> Bad | None:
    """A twin takes a month over, on a line that has all the people it may have."""
    several = [a for a in of.free if len(a.hours) > 1]
    if not several:
        return None
    a = random.choice(several)
    line, twin = of.line(a), of.talent(a).model_copy(update={"talent_id": TWIN})
    here = sum(other.line_id == a.line_id for other in of.plan.assignments)
    month = random.choice(sorted(a.hours))
    kept = {m: hours for m, hours in a.hours.items() if m != month}
    share = a.model_copy(update={"hours": kept})
    other = a.model_copy(update={"talent_id": TWIN, "hours": {month: a.hours[month]}})
    two = of.with_problem(talents=(*of.problem.talents, twin)).replaced(a, share, other)
    fine = two.with_line(line, people=here + 1)
    return bad(two.with_line(line, people=here), "people, may have", fine)


def _minimum_block(of: Good, random: Random) -> Bad | None:
    """A month is worked for less than a block."""
    if (some := _some(of, random)) is None:
        return None
    a, month = some
    block = min(of.problem.block, of.line(a).hours[Month(month)])
    if block < 2:
        return None
    hours = a.hours | {month: random.choice((block - 1, random.randint(1, block - 1)))}
    changed = of.replaced(a, a.model_copy(update={"hours": hours}))
    return bad(changed, f"quarters in {month}, at least {block} make sense", of)


def _concurrency(of: Good, random: Random) -> Bad | None:
    """The talent may serve one place less than they do."""
    if (some := _some(of, random)) is None:
        return None
    a, month = some
    here = of.of_talent(a, month)
    pinned = {pin.pair for pin in of.problem.pins}
    places = {of.line(other).municipalities for other in here}
    agreed = {of.line(other).municipalities for other in here if other.pair in pinned}
    if len(places) < 2 or len(agreed) == len(places):
        return None
    changed = of.with_talent(of.talent(a), municipalities_at_once=len(places) - 1)
    return bad(changed, f"{a.talent_id}: serves {len(places)} municipalities in {month}", of)


def _exclusive(of: Good, random: Random) -> Bad | None:
    """The line wants its people to itself, and they do something else too."""
    if (some := _some(of, random)) is None:
        return None
    a, month = some
    if len(of.of_talent(a, month)) < 2:
        return None
    return bad(of.with_line(of.line(a), exclusive=True), "wants them to itself", of)


def _role_chain(of: Good, random: Random) -> Bad | None:
    """Those who lead go, the engineers stay."""
    led = [a for a in of.free if of.line(a).role is Role.ENGINEER and of.line(a).needs_pm]
    if not led:
        return None
    a = random.choice(led)
    pinned = {pin.pair for pin in of.problem.pins}
    leads = [
        other
        for other in of.plan.assignments
        if of.line(other).role is Role.PM and of.line(other).request_id == of.line(a).request_id
    ]
    if any(other.pair in pinned for other in leads):
        return None
    changed = of.with_assignments(other for other in of.plan.assignments if other not in leads)
    return bad(changed, f"{a.line_id}: has an engineer, but no PM line", of)


def _pinned(of: Good, random: Random) -> Bad | None:
    """What was agreed is a quarter more, or less, or in another month, or with nobody now."""
    if (some := _some(of, random)) is None:
        return None
    a, month = some
    control = of.with_problem(pins=(*of.problem.pins, a))
    shifted = dict(a.hours)
    shifted[Month(month)] += random.choice((-1, 1))
    new = a.model_copy(update={"hours": {m: hours for m, hours in shifted.items() if hours}})
    gone = not new.hours or random.random() < 0.2
    changed = control.replaced(a) if gone else control.replaced(a, new)
    return bad(changed, "pinned to", control)


HOURS: dict[str, Spoil] = {
    "capacity": _capacity,
    "capacity.travel": _travel,
    "demand": _demand,
    "minimum_fraction": _minimum_fraction,
    "people_per_line": _people_per_line,
    "minimum_block": _minimum_block,
    "concurrency": _concurrency,
    "exclusive": _exclusive,
    "role_chain": _role_chain,
    "pinned": _pinned,
}
