"""What a plan of the plain model is worth: every term as its sentence says."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ortools.math_opt.python import mathopt

from models.ids import LineId, TalentId
from models.pool_settings import FORM_FIT
from tests.verify.plain_words import has, place

if TYPE_CHECKING:
    from tests.verify.plain_model import Plain


def objective(of: "Plain") -> mathopt.LinearSum:
    """served, coverage, stability, fit, producer and balance, in points."""
    return mathopt.fast_sum(
        [*_hours(of), *_coverage(of), *_stability(of), *_producer(of), *_balance(of)]
    )


def _hours(of: "Plain") -> Iterator[mathopt.LinearTypes]:
    """served and fit."""
    weights = of.problem.weights
    own = {(pair.line_id, pair.talent_id): pair.points for pair in of.problem.pairs}
    for (line_id, talent_id, _), hours in of.hours.items():
        line, talent = of.line[LineId(line_id)], of.talent[TalentId(talent_id)]
        yield (line.value + weights.fit * FORM_FIT[talent.form][line.nature]) * hours
    for pair, on in of.on.items():
        yield (own.get(pair, 0) - weights.setup) * on  # type: ignore[arg-type]


def _coverage(of: "Plain") -> Iterator[mathopt.LinearTypes]:
    weights = of.problem.weights
    for somewhere in {place(line) for line in of.problem.lines}:
        here = {line.line_id for line in of.problem.lines if place(line) == somewhere}
        asked = sum(sum(of.line[line_id].hours.values()) for line_id in here)
        tier = asked * weights.coverage_percent // 100
        first = of.model.add_variable(lb=0, ub=tier)
        given = [h for (line_id, _, _), h in of.hours.items() if line_id in here]
        of.model.add_linear_constraint(first <= mathopt.fast_sum(given))
        yield weights.coverage * first


def _stability(of: "Plain") -> Iterator[mathopt.LinearTypes]:
    weights = of.problem.weights
    for before in of.problem.previous:
        pair = before.line_id, before.talent_id
        yield (weights.keep_proposed if before.seen else weights.keep_drafted) * of.on[pair]
        for month, hours in before.hours.items():
            if before.seen and month in of.problem.months:
                kept = of.model.add_variable(lb=0, ub=hours)
                of.model.add_linear_constraint(kept <= of.hours[*pair, month])
                yield weights.keep_hours * kept


def _producer(of: "Plain") -> Iterator[mathopt.LinearTypes]:
    for line in of.problem.lines:
        over = [
            of.started[other.line_id]
            for other in of.problem.lines
            if other.role == "producer" and other.request_id == line.request_id
        ]
        if line.role in ("pm", "engineer") and over:
            covered = of.model.add_binary_variable()
            of.model.add_linear_constraint(covered <= of.started[line.line_id])
            of.model.add_linear_constraint(covered <= mathopt.fast_sum(over))
            yield of.problem.weights.producer * covered


def _balance(of: "Plain") -> Iterator[mathopt.LinearTypes]:
    weights = of.problem.weights
    for talent in of.problem.talents:
        all_hours = sum(has(talent, month) for month in of.problem.months)
        limit = weights.balance_percent * all_hours // 100
        over = of.model.add_variable(lb=0)
        load = [h for (_, talent_id, _), h in of.hours.items() if talent_id == talent.talent_id]
        of.model.add_linear_constraint(over >= mathopt.fast_sum(load) - limit)
        yield -weights.balance * over
