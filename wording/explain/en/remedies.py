"""The changes that would be enough, in English."""

from collections.abc import Mapping

from matcher.explanation import Enough
from models.entities import Form
from models.months import Month
from wording import labels
from wording.amounts import amount
from wording.explain.en.parts import ROLES, amounts


def remedy(change: Enough) -> str:
    """One change, with what has to be pinned or kept before it."""
    told = _change(change)
    if change.held:
        first = ", ".join(f"{each.talent_id} on {each.line_id}" for each in change.held)
        return f"With what stands now pinned first ({first}): {told}"
    if change.if_kept:
        return f"If the hours are kept for this line: {told}"
    return told


def _change(change: Enough) -> str:
    talent, more = change.talent_id, change.hours
    match change.kind:
        case "hours":
            return f"{amounts(more)} more of {talent} would be enough."
        case "places":
            count = change.at_once
            return f"Letting {talent} serve {count} municipalities in a month would be enough."
        case "people":
            names = " and ".join(change.talents)
            who = f": {names} could serve it" if names else ""
            return f"Allowing {change.people} people would be enough{who}."
        case "skill":
            return f"Level {change.level} of {talent} in {change.skill} would be enough."
        case "exclusion":
            return f"Lifting the exclusion of {talent} at this municipality would be enough."
        case "decline":
            again = f"Asking {talent} again, who is on record as declined"
            return f"{again}, would be enough if they agree."
        case "contract":
            return _with(_contract(change), more)
        case "training":
            told = f"The training of {talent}, or a recorded waiver, by {change.first}"
            return _with(told, more)
        case "nature":
            work = labels.nature(change.nature or "", "en").lower()
            of = labels.form(change.form or "", "en").lower()
            told = f"Allowing {work} work for {of} employment, such as {talent}'s"
            return _with(told, more)
        case "exclusive":
            told = f"Letting {talent} do other work beside {change.line_id}, now exclusive"
            return _with(told, more)
        case "pm_line" if change.line_id:
            return f"Serving the PM line {change.line_id} first would be enough."
        case "pm_line":
            return "A PM line in the request, or a PM of the municipality's own, would be enough."
        case "talent":
            return _newcomer(change)
        case other:
            return f"{other}: {amount(change.covers)} h"


def _contract(change: Enough) -> str:
    what = f"A contract of {change.talent_id}"
    if change.renewed:
        what = f"Renewing the appointment of {change.talent_id}"
    begin = f" from {change.first}" if change.earlier or not change.renewed else ""
    return f"{what}{begin} to {change.last}"


def _newcomer(change: Enough) -> str:
    first = []
    if change.line_id:
        first.append(f"serving the PM line {change.line_id} first")
    elif change.missing_pm:
        first.append("a PM line or a PM of the municipality's own")
    if change.people:
        first.append(f"allowing {change.people} people")
    # Where not every form may do the work, one that may is named.
    any_form = change.form in (None, Form.FULL_TIME)
    form = "" if any_form else f" ({labels.form(change.form or '', 'en').lower()})"
    who = f"{ROLES[change.role] if change.role else 'person'}{form}"
    first.append(f"one more {who} with {amounts(change.hours)}")
    text = ", and ".join(first)
    return f"{text[0].upper()}{text[1:]} would be enough."


def _with(change: str, more: Mapping[Month, int]) -> str:
    """The change, and the hours that have to be there besides."""
    if not more:
        return f"{change} would be enough."
    return f"{change}, with {amounts(more)} more, would be enough."
