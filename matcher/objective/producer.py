"""producer: somebody keeps the whole in view."""

from ortools.math_opt.python import mathopt

from matcher.mip.mip_model import Expression, MipModel
from models.entities import Role


def producer(mip: MipModel) -> Expression:
    """Soft: a PM or engineer line that is started earns points where a producer works too.

    Counted on requests that ask for a producer: one of their producer lines is started.
    """
    points = mip.problem.weights.producer
    covered = []
    for line in mip.problem.lines:
        over = mip.of_request(line, Role.PRODUCER)
        if line.role is Role.PRODUCER or not over or not points:
            continue
        cover = mip.model.add_variable(lb=0, ub=1, name=f"covered[{line.line_id}]")
        mip.model.add_linear_constraint(cover <= mip.started(line))
        mip.model.add_linear_constraint(cover <= mathopt.fast_sum(map(mip.started, over)))
        covered.append(cover)
    return points * mathopt.fast_sum(covered)
