"""role_chain: an engineer needs somebody who leads the work."""

from ortools.math_opt.python import mathopt

from matcher.mip.mip_model import MipModel
from models.entities import Role


def role_chain(mip: MipModel) -> None:
    """Hard: an engineer works only where a PM line of the same request is started.

    Lines of municipalities with a PM of their own (`needs_pm` false) are free of the rule. A pinned
    engineer is exempt, who joins them is not; a pinned PM leads.
    """
    for line in mip.problem.lines:
        if line.role is not Role.ENGINEER or not line.needs_pm:
            continue
        led = mathopt.fast_sum(mip.started(pm) for pm in mip.of_request(line, Role.PM))
        joining = [option.on for option in mip.of_line(line) if option.pin is None]
        if line.people == 1 and joining:
            # Together, which is stronger than one by one: at most one of them is on.
            mip.model.add_linear_constraint(
                mathopt.fast_sum(joining) <= led, name=f"led[{line.line_id}]"
            )
            continue
        for on in joining:
            mip.model.add_linear_constraint(on <= led, name=f"led[{line.line_id}]")
        if joining and not mip.pinned(line):
            # Halves of two people do not lead a whole line: the same again, and more to the
            # relaxation.
            mip.model.add_linear_constraint(mip.started(line) <= led, name=f"led[{line.line_id}]")
