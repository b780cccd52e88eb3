"""Why a line stays unmet, in English."""

from collections.abc import Mapping, Sequence

from matcher.explanation import CAUSES, Cause, CauseFacts, Funnel, Unmet
from models.months import Month
from wording import labels
from wording.amounts import amount
from wording.explain.en.parts import ROLES, RULES, amounts, counted, named, need, whose
from wording.explain.en.remedies import remedy
from wording.reader import PlaceNames


def unmet(row: Unmet, places: PlaceNames) -> str:
    """The whole story of a line: what is missing, why, and the first change that is enough."""
    part = f" of {amount(row.asked)} h" if row.hours < row.asked else " h"
    whole = f"{row.line_id} ({ROLES[row.role]}{whose(row.municipalities, places)})"
    enough = remedy(row.enough[0]) if row.enough else ""
    why = need(row.need), running(row.facts), cause(row.cause, row), prices(row.prices)
    told = f"{amount(row.hours)}{part} of {whole} are unmet.", *why, enough
    return " ".join(text for text in told if text)


def funnel(rows: Sequence[Funnel]) -> str:
    """`9 talents → role 4 → skills 0`: who is left after each rule that costs somebody."""
    steps = [counted(rows[0].left + rows[0].lost, "talent")]
    steps += [f"{RULES[row.rule]} {row.left}" for row in rows if row.lost]
    return " → ".join(steps)


def running(facts: CauseFacts) -> str:
    """That of a month that has begun only the rest is planned."""
    if facts.running is None:
        return ""
    days = facts.running
    return f"Of {days.month} only {days.left} of {days.of} working days are left to plan."


def prices(points_of: Mapping[Month, int]) -> str:
    """What hours cost where they are used now."""
    if not points_of:
        return ""
    by_points: dict[int, list[Month]] = {}
    for month, points in sorted(points_of.items()):
        by_points.setdefault(points, []).append(month)
    if len(by_points) > 3:
        low, high = min(by_points), max(by_points)
        told = f"{low:,} to {high:,} points an hour in {named(points_of)}"
    else:
        told = ", ".join(f"{p:,} points an hour in {named(ms)}" for p, ms in by_points.items())
    return f"Moved here from one other line, hours would cost at least {told}."


def cause(cause: Cause, row: Unmet) -> str:
    """One cause as a sentence."""
    facts, role = row.facts, ROLES[row.role]
    talent, lacks = facts.nearest, facts.lacks
    match cause:
        case Cause.NO_ROLE:
            who = "Nobody else" if facts.has_some else "Nobody"
            return f"{who} in the pool is {'an' if role == 'engineer' else 'a'} {role}."
        case Cause.NO_SKILL:
            asked = ", ".join(f"{name} level {level}" for name, level in facts.skills.items())
            return f"No {'other ' if facts.has_some else ''}{role} has the skills asked ({asked})."
        case Cause.NO_NATURE:
            work = labels.nature(facts.nature, "en").lower() if facts.nature else ""
            return f"The candidates' employment form is not for {work} work."
        case Cause.NO_CONTRACT if facts.ends:
            return (
                f"The candidates' appointments end in {facts.ends}; until they are renewed, "
                "they serve none of the months asked."
            )
        case Cause.NO_CONTRACT:
            return "No candidate is under contract in the months asked."
        case Cause.NO_TRAINING:
            return "The candidates have neither the training nor a waiver by the months asked."
        case Cause.CONFLICT:
            return "The candidates are employed by a vendor concerned, a conflict of interest."
        case Cause.EXCLUDED:
            return "The candidates are excluded at this municipality."
        case Cause.DECLINED:
            return "The candidates are on record as declined."
        case Cause.HOURS_FULL if talent and lacks:
            way = f", {amount(facts.travel)} h of travel counted" if facts.travel else ""
            return f"{talent} comes closest and lacks {amounts(lacks)}{way}."
        case Cause.HOURS_FULL if facts.partly:
            return "Contracts, training and declines leave the candidates too few of the months."
        case Cause.HOURS_FULL:
            return "The candidates have too few free hours."
        case Cause.TOO_MANY_PLACES if talent:
            places = counted(facts.at_once or 0, "municipality")
            return f"{talent} already serves {places}, the most in a month."
        case Cause.TOO_MANY_PLACES:
            return "The candidates serve as many municipalities as they may."
        case Cause.EXCLUSIVE if facts.exclusive:
            return "It is exclusive, and the candidates have other work in the same months."
        case Cause.EXCLUSIVE:
            return "The candidates have an exclusive posting in the same months."
        case Cause.OTHER_RULE:
            rules = [
                RULES[each.rule] for each in row.funnel if each.lost and each.rule not in CAUSES
            ]
            return f"The candidates do not meet what is asked of them: {', '.join(rules)}."
        case Cause.NO_PM if facts.pm_line:
            return f"The PM line {facts.pm_line} of the same request is not served."
        case Cause.NO_PM:
            return "The request has no PM line."
        case Cause.PEOPLE_LIMIT if facts.block:
            return f"Less than a month's least ({amount(facts.block)} h) is left: nobody may join."
        case Cause.PEOPLE_LIMIT:
            return f"At most {counted(facts.people, 'people')} may serve it, and that is too few."
        case Cause.UNEXPLAINED:
            return "It could not be explained; the log says where (explanation.failed)."
        case Cause.NOT_WORTH:
            return "Somebody could serve it, but the plan scores higher with them elsewhere."
