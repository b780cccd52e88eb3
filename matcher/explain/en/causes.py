"""Why a line stays unmet, in English."""

from collections.abc import Sequence

from matcher.explain.en.words import ROLES, RULES, amounts, counted, named, need, place
from matcher.explain.sentence_facts import Story
from matcher.plan import Cause, Funnel
from models.hours import decimal
from models.months import Month
from wording import labels


def unmet(story: Story, cause: str, enough: str) -> str:
    """The whole story of a line: what is missing, why, and what would be enough."""
    line, hours = story.line, story.hours
    part = f" of {decimal(line.asked)} h" if hours < line.asked else " h"
    missing = f"{decimal(hours)}{part} of {line.line_id} ({ROLES[line.role]}, {place(line)})"
    why = need(line.need), running(story), cause, prices(story)
    told = f"{missing} are unmet.", *why, enough
    return " ".join(text for text in told if text)


def funnel(rows: Sequence[Funnel]) -> str:
    """`9 talents → role 4 → skills 0`: who is left after each rule that costs somebody."""
    steps = [counted(rows[0].left + rows[0].lost, "talent")]
    steps += [f"{RULES[row.rule]} {row.left}" for row in rows if row.lost]
    return " → ".join(steps)


def running(story: Story) -> str:
    """That of a month that has begun only the rest is planned."""
    if not story.running:
        return ""
    month, days = story.running
    return f"Of {month} only {days.left} of {days.of} working days are left to plan."


def prices(story: Story) -> str:
    """What hours cost where they are used now."""
    if not story.prices:
        return ""
    by_points: dict[int, list[Month]] = {}
    for month, points in sorted(story.prices.items()):
        by_points.setdefault(points, []).append(month)
    if len(by_points) > 3:
        low, high = min(by_points), max(by_points)
        told = f"{low:,} to {high:,} points an hour in {named(story.prices)}"
    else:
        told = ", ".join(f"{p:,} points an hour in {named(ms)}" for p, ms in by_points.items())
    return f"Moved here from one other line, hours would cost at least {told}."


def cause(cause: Cause, story: Story) -> str:
    """One cause as a sentence."""
    line, talent, lacks, pm = story.line, story.nearest, story.lacks, story.pm_line
    role = ROLES[line.role]
    match cause:
        case Cause.NO_ROLE:
            who = "Nobody else" if story.has_some else "Nobody"
            return f"{who} in the pool is {'an' if role == 'engineer' else 'a'} {role}."
        case Cause.NO_SKILL:
            asked = ", ".join(f"{name} level {level}" for name, level in line.skills.items())
            return f"No {'other ' if story.has_some else ''}{role} has the skills asked ({asked})."
        case Cause.NO_NATURE:
            work = labels.nature(line.nature, "en").lower()
            return f"The candidates' employment form is not for {work} work."
        case Cause.NO_CONTRACT if story.ends:
            return (
                f"The candidates' appointments end in {story.ends}; until they are renewed, "
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
            way = f", {decimal(story.travel)} h of travel counted" if story.travel else ""
            return f"{talent.talent_id} comes closest and lacks {amounts(lacks)}{way}."
        case Cause.HOURS_FULL if story.partly:
            return "Contracts, training and declines leave the candidates too few of the months."
        case Cause.HOURS_FULL:
            return "The candidates have too few free hours."
        case Cause.TOO_MANY_PLACES if talent:
            places = counted(talent.municipalities_at_once, "municipality")
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
            return f"At most {counted(line.people, 'people')} may serve it, and that is too few."
        case Cause.UNEXPLAINED:
            return "It could not be explained; the log says where (explanation.failed)."
        case Cause.NOT_WORTH:
            return "Somebody could serve it, but the plan scores higher with them elsewhere."
