"""What the pool lacks most, in English."""

from matcher.explanation import Bottleneck
from models.entities import Form
from wording import labels
from wording.amounts import amount
from wording.explain.en.parts import ROLES, counted


def bottleneck(entry: Bottleneck) -> str:
    """`16 h more PM in 2026-07 would reach 3 more municipalities`, and how much that is."""
    months = sorted(entry.hours)
    when = f"in {months[0]}" if len(months) == 1 else f"from {months[0]} to {months[-1]}"
    # Where not every form may do the work, one that may is named.
    form = [] if entry.form is Form.FULL_TIME else [labels.form(entry.form, "en")]
    told = ", ".join(form + [f"{name} {n}" for name, n in entry.skills.items()])
    who = f"{ROLES[entry.role]} ({told})" if told else ROLES[entry.role]
    need = f"{amount(sum(entry.hours.values()))} h more {who} {when} would"
    lines = f"{counted(len(entry.lines), 'demand line')}, {amount(entry.served)} h"
    if entry.reached:
        return f"{need} reach {counted(len(entry.reached), 'more municipality')} ({lines})."
    if entry.municipalities:
        return f"{need} help {counted(len(entry.municipalities), 'municipality')} more ({lines})."
    return f"{need} serve the prefecture's own requests ({lines})."
