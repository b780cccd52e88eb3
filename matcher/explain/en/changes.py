"""The changes that would be enough, in English."""

from collections.abc import Mapping, Sequence

from matcher.explain.en.words import ROLES, amounts
from matcher.explain.sentence_facts import Newcomer, Term
from matcher.plan import Held
from models.entities import Form, Nature
from models.ids import LineId, TalentId
from models.months import Month
from wording import labels


def hours(talent: TalentId, more: Mapping[Month, int]) -> str:
    return f"{amounts(more)} more of {talent} would be enough."


def places(talent: TalentId, count: int) -> str:
    return f"Letting {talent} serve {count} municipalities in a month would be enough."


def people(count: int, talents: Sequence[TalentId]) -> str:
    return f"Allowing {count} people would be enough: {' and '.join(talents)} could serve it."


def skill(talent: TalentId, name: str, level: int) -> str:
    return f"Level {level} of {talent} in {name} would be enough."


def exclusion(talent: TalentId) -> str:
    return f"Lifting the exclusion of {talent} at this municipality would be enough."


def decline(talent: TalentId) -> str:
    return f"Asking {talent} again, who is on record as declined, would be enough if they agree."


def contract(talent: TalentId, term: Term, more: Mapping[Month, int]) -> str:
    what = f"Renewing the appointment of {talent}" if term.renewed else f"A contract of {talent}"
    begin = f" from {term.first}" if term.earlier or not term.renewed else ""
    return _with(f"{what}{begin} to {term.last}", more)


def training(talent: TalentId, first: Month, more: Mapping[Month, int]) -> str:
    return _with(f"The training of {talent}, or a recorded waiver, by {first}", more)


def nature(form: Form, nature: Nature, talent: TalentId, more: Mapping[Month, int]) -> str:
    work, of = labels.nature(nature, "en").lower(), labels.form(form, "en").lower()
    return _with(f"Allowing {work} work for {of} employment, such as {talent}'s", more)


def exclusive(talent: TalentId, line: LineId, more: Mapping[Month, int]) -> str:
    return _with(f"Letting {talent} do other work beside {line}, now exclusive", more)


def pm_line(line: LineId | None) -> str:
    if line is None:
        return "A PM line in the request, or a PM of the municipality's own, would be enough."
    return f"Serving the PM line {line} first would be enough."


def held(first: Sequence[Held], change: str) -> str:
    """The change, with what has to be pinned before it."""
    told = ", ".join(f"{each.talent_id} on {each.line_id}" for each in first)
    return f"With what stands now pinned first ({told}): {change}"


def if_kept(change: str) -> str:
    """The change, and that what it brings must not go elsewhere."""
    return f"If the hours are kept for this line: {change}"


def newcomer(needs: Newcomer) -> str:
    first = []
    if needs.pm_line:
        first.append(f"serving the PM line {needs.pm_line} first")
    elif needs.missing_pm:
        first.append("a PM line or a PM of the municipality's own")
    if needs.people:
        first.append(f"allowing {needs.people} people")
    # Where not every form may do the work, one that may is named.
    form = "" if needs.form is Form.FULL_TIME else f" ({labels.form(needs.form, 'en').lower()})"
    first.append(f"one more {ROLES[needs.role]}{form} with {amounts(needs.hours)}")
    text = ", and ".join(first)
    return f"{text[0].upper()}{text[1:]} would be enough."


def _with(change: str, more: Mapping[Month, int]) -> str:
    """The change, and the hours that have to be there besides."""
    return (
        f"{change}, with {amounts(more)} more, would be enough."
        if more
        else (f"{change} would be enough.")
    )
