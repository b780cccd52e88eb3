"""The hard rules, each on its own; pins are exempt from all but capacity and demand."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from matcher.check.hours import has, last_month
from matcher.check.made import Made, named
from models.entities import Role
from models.months import Month
from models.skills import lacking, level


def rules(made: Made) -> Iterator[str]:
    """What the assignments break, a sentence each."""
    yield from _pinned(made)
    yield from eligible(made)
    yield from capacity(made)
    yield from demand(made)
    yield from whole_line(made)
    yield from block(made)
    yield from concurrency(made)
    yield from exclusive(made)


def _pinned(made: Made) -> Iterator[str]:
    hours_of = {a.pair: a.hours for a in made.assignments}
    for pin in made.problem.pins:
        agreed = {month: h for month, h in pin.hours.items() if h}
        planned = hours_of.get(pin.pair, {})
        for month in sorted(agreed.keys() | planned.keys()):
            if agreed.get(month, 0) != planned.get(month, 0):
                yield (
                    f"{named(pin)}: pinned to {agreed.get(month, 0)} quarters in {month}, "
                    f"planned are {planned.get(month, 0)}"
                )


def eligible(made: Made) -> Iterator[str]:
    """Pairs that a condition keeps apart."""
    bars_of = defaultdict(list)
    for bar in made.problem.bars:
        bars_of[bar.line_id, bar.talent_id].append(bar)
    for a in made.unpinned:
        line, talent = made.lines[a.line_id], made.talents[a.talent_id]
        if line.role not in talent.roles:
            yield f"{named(a)}: does not hold the role {line.role}"
        for skill, least in lacking(talent.skills, line.skills):
            yield f"{named(a)}: has {skill} {level(talent.skills, skill)}, asked {least}"
        for place in sorted(set(line.municipalities) & set(talent.excluded)):
            yield f"{named(a)}: excluded at {place}"
        if line.nature not in made.problem.natures.get(talent.form, (line.nature,)):
            yield f"{named(a)}: {talent.form} is not for {line.nature} work"
        if talent.employer in line.vendors:
            yield f"{named(a)}: employed by a vendor concerned"
        for month in a.hours:
            if month < talent.contract_from or month > last_month(talent):
                yield f"{named(a)}: no contract in {month}"
            trained = talent.trained_from is not None and talent.trained_from <= month
            if made.problem.training_required and not trained:
                yield f"{named(a)}: not trained in {month}"
        for bar in bars_of[a.pair]:
            for month in sorted(set(bar.months) & a.hours.keys()):
                yield f"{named(a)}: barred in {month}"
            if not bar.months:
                yield f"{named(a)}: barred"


def capacity(made: Made) -> Iterator[str]:
    """Talents who work more than they have."""
    overhead_of = {(pair.line_id, pair.talent_id): pair.overhead for pair in made.problem.pairs}
    for talent in made.problem.talents:
        used: Counter[Month] = Counter()
        lost: Counter[Month] = Counter()
        for a in made.of_talent[talent.talent_id]:
            overhead = overhead_of.get(a.pair, {})
            for month, hours in a.hours.items():
                used[month] += hours
                lost[month] += overhead.get(month, 0)
        for month in sorted(used):
            works, most = used[month], has(talent, month)
            if works + lost[month] > most:
                also = f" and loses {lost[month]} to overhead" if lost[month] else ""
                yield f"{talent.talent_id}: works {works} quarters in {month}{also}, has {most}"


def demand(made: Made) -> Iterator[str]:
    """Lines that get more than they ask for."""
    for line_id, mine in made.of_line.items():
        asked, given = made.lines[line_id].hours, Counter[Month]()
        for a in mine:
            for month, hours in a.hours.items():
                given[month] += hours
        for month in sorted(given):
            if given[month] > asked.get(month, 0):
                yield (
                    f"{line_id}: gets {given[month]} quarters in {month}, "
                    f"asks for {asked.get(month, 0)}"
                )


def whole_line(made: Made) -> Iterator[str]:
    """minimum_fraction, people_per_line and role_chain: what holds of a line as a whole."""
    started = {a.line_id for a in made.assignments}
    led = {
        ln.request_id for ln in made.problem.lines if ln.role is Role.PM and ln.line_id in started
    }
    for line in made.problem.lines:
        mine = made.of_line[line.line_id]
        joined = [a for a in mine if a.pair not in made.pins]
        agreed = len(mine) - len(joined)
        total = sum(a.total for a in mine)
        if joined and not agreed and total < line.minimum:
            yield f"{line.line_id}: started with {total} quarters, its minimum is {line.minimum}"
        if joined and len(mine) > line.people:
            yield f"{line.line_id}: has {len(mine)} people, may have {line.people}"
        if joined and line.role is Role.ENGINEER and line.needs_pm and line.request_id not in led:
            yield f"{line.line_id}: has an engineer, but no PM line of its request is started"


def block(made: Made) -> Iterator[str]:
    """Months with less than the least that makes sense."""
    for a in made.unpinned:
        for month, hours in a.hours.items():
            least = min(made.problem.block, made.lines[a.line_id].hours.get(month, 0))
            if hours < least:
                yield f"{named(a)}: {hours} quarters in {month}, at least {least} make sense"


def concurrency(made: Made) -> Iterator[str]:
    """Talents who serve more municipalities at once than they may."""
    for talent in made.problem.talents:
        for month in made.problem.months:
            here = [a for a in made.of_talent[talent.talent_id] if month in a.hours]
            if len(here) <= talent.municipalities_at_once:
                continue
            places = {made.lines[a.line_id].municipalities for a in here}
            agreed = {made.lines[a.line_id].municipalities for a in here if a.pair in made.pins}
            if len(places) > max(talent.municipalities_at_once, len(agreed)):
                yield (
                    f"{talent.talent_id}: serves {len(places)} municipalities in {month}, "
                    f"may serve {talent.municipalities_at_once}"
                )


def exclusive(made: Made) -> Iterator[str]:
    """Lines that want their people to themselves, and do not have them."""
    for talent in made.problem.talents:
        mine = made.of_talent[talent.talent_id]
        for month in made.problem.months:
            here = [a for a in mine if month in a.hours]
            alone = [a.line_id for a in here if made.lines[a.line_id].exclusive]
            if alone and len(here) > 1 and any(a.pair not in made.pins for a in here):
                yield (
                    f"{talent.talent_id}: works on {len(here)} lines in {month}, "
                    f"and {alone[0]} wants them to itself"
                )
