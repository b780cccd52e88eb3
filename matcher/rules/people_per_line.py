"""people_per_line: municipalities know whom to call."""

from ortools.math_opt.python import mathopt

from matcher.mip.mip_model import MipModel


def people_per_line(mip: MipModel) -> None:
    """Hard: no more people share a line than it allows.

    Pinned people count; where they alone are more, nobody joins them.
    """
    for line in mip.problem.lines:
        options = mip.of_line(line)
        most = max(line.people, len(mip.pinned(line)))
        if len(options) > most:
            # Tied to the start of the line: the same on whole lines, more to the relaxation.
            among = most if line.people == 1 else most * mip.started(line)
            mip.model.add_linear_constraint(
                mathopt.fast_sum(option.on for option in options) <= among,
                name=f"people[{line.line_id}]",
            )
