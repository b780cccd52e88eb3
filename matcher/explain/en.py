"""What explanations say in English."""

from collections.abc import Mapping, Sequence

from matcher.explain.words import Choice, Newcomer, Story
from matcher.plan import Cause
from matcher.problem import Line, ProblemTalent
from models.entities import Role
from models.hours import decimal
from models.ids import LineId, TalentId
from models.months import Month

ROLES = {Role.PRODUCER: "producer", Role.PM: "PM", Role.ENGINEER: "engineer"}


def amounts(hours: Mapping[Month, int]) -> str:
    """`16 h in 2026-07 and 8 h in 2026-08`; many months in one breath."""
    months = sorted(hours)
    if len(months) <= 3:
        *most, last = [f"{decimal(hours[month])} h in {month}" for month in months]
        return f"{', '.join(most)} and {last}" if most else last
    total = decimal(sum(hours.values()))
    return f"{total} h over {len(months)} months from {months[0]} to {months[-1]}"


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


def contract(talent: ProblemTalent, first: Month, last: Month, more: Mapping[Month, int]) -> str:
    hours = f", with {amounts(more)} more," if more else ""
    return f"A contract of {talent.talent_id} from {first} to {last}{hours} would be enough."


def pm_line(line: LineId | None) -> str:
    if line is None:
        return "A PM line in the request, or a PM of the municipality's own, would be enough."
    return f"Serving the PM line {line} first would be enough."


def newcomer(needs: Newcomer) -> str:
    first = []
    if needs.pm_line:
        first.append(f"serving the PM line {needs.pm_line} first")
    elif needs.missing_pm:
        first.append("a PM line or a PM of the municipality's own")
    if needs.people:
        first.append(f"allowing {needs.people} people")
    first.append(f"one more {ROLES[needs.role]} with {amounts(needs.hours)}")
    text = ", and ".join(first)
    return f"{text[0].upper()}{text[1:]} would be enough."


def unmet(story: Story, cause: str, enough: str) -> str:
    """The whole story of a line: what is missing, why, and what would be enough."""
    line, hours = story.line, story.hours
    part = f" of {decimal(line.asked)} h" if hours < line.asked else " h"
    missing = f"{decimal(hours)}{part} of {line.line_id} ({ROLES[line.role]}, {place(line)})"
    return " ".join(text for text in (f"{missing} are unmet.", cause, enough) if text)


def place(line: Line) -> str:
    first, *others = line.municipalities
    return f"{first} and {len(others)} more" if others else first


def cause(cause: Cause, story: Story) -> str:
    """One cause as a sentence."""
    line, talent, lacks, pm = story.line, story.nearest, story.lacks, story.pm_line
    role = ROLES[line.role]
    match cause:
        case Cause.NO_ROLE:
            return (
                f"Nobody in the pool is a {role}."
                if role != "engineer"
                else ("Nobody in the pool is an engineer.")
            )
        case Cause.NO_SKILL:
            asked = ", ".join(f"{name} level {level}" for name, level in line.skills.items())
            return f"No {role} has the skills asked ({asked})."
        case Cause.NO_CONTRACT:
            return "No candidate is under contract in the months asked."
        case Cause.EXCLUDED:
            return "The candidates are excluded at this municipality."
        case Cause.DECLINED:
            return "The candidates are on record as declined."
        case Cause.HOURS_FULL if talent and lacks:
            return f"{talent.talent_id} comes closest and lacks {amounts(lacks)}."
        case Cause.HOURS_FULL:
            return "The candidates have too few free hours."
        case Cause.TOO_MANY_PLACES if talent:
            count = talent.municipalities_at_once
            places = "1 municipality" if count == 1 else f"{count} municipalities"
            return f"{talent.talent_id} already serves {places}, the most in a month."
        case Cause.TOO_MANY_PLACES:
            return "The candidates serve as many municipalities as they may."
        case Cause.EXCLUSIVE if line.exclusive:
            return "It is exclusive, and the candidates have other work in the same months."
        case Cause.EXCLUSIVE:
            return "The candidates have an exclusive posting in the same months."
        case Cause.NO_PM if pm:
            return f"The PM line {pm.line_id} of the same request is not served."
        case Cause.NO_PM:
            return "The request has no PM line."
        case Cause.PEOPLE_LIMIT if story.block:
            return f"Less than a month's least ({decimal(story.block)} h) is left: nobody may join."
        case Cause.PEOPLE_LIMIT:
            people = "1 person" if line.people == 1 else f"{line.people} people"
            return f"At most {people} may serve it, and that is too few."
        case Cause.NOT_WORTH:
            return "Somebody could serve it, but the plan scores higher with them elsewhere."


def why(choice: Choice) -> str:
    """Why this person: how many could, and what changes if the next best took the line."""
    talent, candidates, loss = choice.talent, choice.candidates, choice.loss
    if choice.pinned:
        return f"{talent} is pinned to {choice.line}."
    if candidates == 1:
        return f"{talent} serves {choice.line}, the only one who meets the conditions."
    if choice.next_best is None:
        return (
            f"{talent} serves {choice.line}. {candidates} meet the conditions; the others lack "
            "hours or serve as many municipalities as they may."
        )
    if loss > 0:
        change = f"{loss:,} points less"
    elif loss < 0:
        change = f"{-loss:,} points more, looking at this line alone"
    else:
        change = "the same points"
    following = f"Of {candidates} who could, {choice.next_best} is next: {change}."
    return f"{talent} serves {choice.line}. {following}"
