"""The wrong person: an assignment goes to a twin who is like its talent but for one thing."""

from collections.abc import Callable
from random import Random

from matcher.problem import Assignment, Bar, Line, ProblemTalent
from models.entities import Form, Nature, Role
from models.months import plus
from tests.verify.good import Bad, Good, Spoil, bad

TWIN = "twin"
_VENDOR = "9000000000000"

Change = Callable[[Good, Assignment, Random], tuple[Good, str] | None]


def _with_twin(change: Change) -> Spoil:
    """An assignment goes to a faithful twin, which is fine; then the twin is changed."""

    def spoil(of: Good, random: Random) -> Bad | None:
        if not of.free:
            return None
        a = random.choice(of.free)
        twin = of.talent(a).model_copy(update={"talent_id": TWIN})
        own = [
            pair.model_copy(update={"talent_id": TWIN})
            for pair in of.problem.pairs
            if (pair.line_id, pair.talent_id) == a.pair
        ]
        control = of.with_problem(
            talents=(*of.problem.talents, twin), pairs=(*of.problem.pairs, *own)
        )
        moved = a.model_copy(update={"talent_id": TWIN})
        control = control.replaced(a, moved)
        changed = change(control, moved, random)
        return None if changed is None else bad(changed[0], changed[1], control)

    return spoil


def _twin(of: Good) -> ProblemTalent:
    return of.problem.talents[-1]


def _role(of: Good, a: Assignment, random: Random) -> tuple[Good, str] | None:
    others = [role for role in Role if role != of.line(a).role]
    return of.with_talent(_twin(of), roles=(random.choice(others),)), "does not hold the role"


def _skill(of: Good, a: Assignment, random: Random) -> tuple[Good, str] | None:
    asked = of.line(a).skills
    if not asked:
        return None
    name = random.choice(sorted(asked))
    known = {k: v for k, v in _twin(of).skills.items() if k != name}
    if asked[name] > 1 and random.random() < 0.5:
        known[name] = asked[name] - 1
    return of.with_talent(_twin(of), skills=known), f"has {name} "


def _excluded(of: Good, a: Assignment, random: Random) -> tuple[Good, str] | None:
    code = random.choice(of.line(a).municipalities)
    return of.with_talent(_twin(of), excluded=(code,)), f"excluded at {code}"


def _declined(of: Good, a: Assignment, random: Random) -> tuple[Good, str] | None:
    months = random.choice(((), (random.choice(sorted(a.hours)),)))
    bar = Bar(line_id=a.line_id, talent_id=TWIN, months=months)
    return of.with_problem(bars=(*of.problem.bars, bar)), f"{a.line_id} × {TWIN}: barred"


def _nature(of: Good, a: Assignment, random: Random) -> tuple[Good, str] | None:
    used = {t.form for t in of.problem.talents[:-1]} | {Form.FISCAL_YEAR}
    unused = [form for form in Form if form not in used]
    if not unused:
        return None
    form = random.choice(unused)
    allowed = tuple(n for n in Nature if n != of.line(a).nature and random.random() < 0.7)
    changed = of.with_talent(_twin(of), form=form)
    return changed.with_problem(natures=of.problem.natures | {form: allowed}), "is not for"


def _contract(of: Good, a: Assignment, random: Random) -> tuple[Good, str] | None:
    first, last = min(a.hours), max(a.hours)
    late = {"contract_from": plus(first, 1), "contract_until": plus(last, 2)}
    early = {"contract_from": plus(first, -30), "contract_until": plus(last, -1)}
    change = random.choice((late, early))
    return of.with_talent(_twin(of), form=Form.FULL_TIME, **change), "no contract in"


def _fiscal_year(of: Good, a: Assignment, random: Random) -> tuple[Good, str] | None:
    """Appointed in the fiscal year before the last worked month's."""
    last = max(a.hours)
    year = int(last[:4]) - (last[5:] < "04")
    begun = f"{year - 1}-{random.randint(4, 12):02d}"
    change = {"form": Form.FISCAL_YEAR, "contract_from": begun, "contract_until": plus(last, 12)}
    return of.with_talent(_twin(of), **change), f"no contract in {last}"


def _training(of: Good, a: Assignment, random: Random) -> tuple[Good, str] | None:
    first = of.problem.months[0]
    last = max(a.hours)
    late = random.choice((None, plus(last, random.randint(1, 3))))
    everybody = tuple(
        t.model_copy(update={"trained_from": late if t.talent_id == TWIN else first})
        for t in of.problem.talents
    )
    return of.with_problem(talents=everybody, training_required=True), f"not trained in {last}"


def _conflict(of: Good, a: Assignment, random: Random) -> tuple[Good, str] | None:
    line: Line = of.line(a)
    changed = of.with_line(line, vendors=(*line.vendors, _VENDOR))
    return changed.with_talent(_twin(changed), employer=_VENDOR), "employed by a vendor concerned"


PEOPLE: dict[str, Spoil] = {
    "eligible.role": _with_twin(_role),
    "eligible.skill": _with_twin(_skill),
    "eligible.excluded": _with_twin(_excluded),
    "eligible.declined": _with_twin(_declined),
    "nature": _with_twin(_nature),
    "contract": _with_twin(_contract),
    "contract.fiscal_year": _with_twin(_fiscal_year),
    "training": _with_twin(_training),
    "conflict": _with_twin(_conflict),
}
