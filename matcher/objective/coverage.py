"""coverage: nobody is left with nothing while others get plenty."""

from collections import defaultdict

from ortools.math_opt.python import mathopt

from matcher.mip.mip_model import Expression, MipModel
from matcher.problem import Line


def coverage(mip: MipModel) -> Expression:
    """Soft: a quarter within the first tier of a place's hours earns more.

    A place is a municipality, or the municipalities of a joint request together; its tier is the
    set percentage of all it asks for, rounded down.
    """
    weights = mip.problem.weights
    asked: defaultdict[tuple[str, ...], int] = defaultdict(int)
    given: defaultdict[tuple[str, ...], list[mathopt.Variable]] = defaultdict(list)
    lines: defaultdict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in mip.problem.lines:
        asked[line.municipalities] += line.asked
        lines[line.municipalities].append(line)
    for option in mip.options:
        given[option.line.municipalities].extend(option.hours.values())
    firsts = []
    for place, hours in given.items():
        tier = weights.coverage_percent * asked[place] // 100
        if weights.coverage and tier:
            first = mip.model.add_variable(lb=0, ub=tier, name=f"first[{'+'.join(place)}]")
            mip.model.add_linear_constraint(first <= mathopt.fast_sum(hours))
            # Hours need a started line: the same on whole lines, more to the relaxation.
            started = (min(tier, line.asked) * mip.started(line) for line in lines[place])
            mip.model.add_linear_constraint(first <= mathopt.fast_sum(started))
            firsts.append(first)
    return weights.coverage * mathopt.fast_sum(firsts)
