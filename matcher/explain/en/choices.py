"""Why this person and why not another, in English."""

from matcher.explain.en.words import counted, listed, named, need
from matcher.explain.sentence_facts import Choice, Other
from matcher.plan import Against, WhyNot
from models.entities import Form
from models.hours import decimal
from models.skills import lacking
from wording import labels

#: What keeps people away who meet the conditions.
_KEPT = {
    Against.MONTHS: "may work in too few of the months",
    Against.FULL: "has too few hours",
    Against.PLACES: "serves as many municipalities as they may",
    Against.EXCLUSIVE: "is kept away by an exclusive line",
}


def why(choice: Choice, reasons: str) -> str:
    """Why this person: how many could, and what changes if the next best took the line."""
    talent, candidates, following = choice.talent, choice.candidates, choice.next_best
    serves = f"{talent} serves {choice.line.line_id}{_circumstances(choice)}"
    if choice.pinned:
        told = f"{talent} is pinned to {choice.line.line_id}{_circumstances(choice)}."
    elif candidates == 1:
        told = f"{serves}, the only one who meets the conditions."
    elif following is None:
        told = f"{serves}. {candidates} meet the conditions: {_rest(choice)}."
    else:
        told = (
            f"{serves}. Of {candidates} who could, {following.talent_id} is next: "
            f"{_change(following)}{_bracketed(reasons)}."
        )
    return " ".join(text for text in (told, need(choice.need)) if text)


def why_not(other: Other) -> str:
    """Why somebody else does not serve the line in this person's place."""
    finding, talent = other.finding, other.talent.talent_id
    months = named(finding.months) if finding.months else ""
    match finding.kind:
        case Against.CONDITION:
            return f"{talent} does not meet the conditions: {', '.join(_failures(other))}."
        case Against.APART:
            return f"{talent} is kept off this line by agreement."
        case Against.MONTHS:
            return (
                f"{talent} may work in {months} alone of the months asked: "
                f"{decimal(finding.reach or 0)} h at most, {decimal(finding.needs or 0)} h needed."
            )
        case Against.FULL:
            way = f" with {decimal(finding.travel)} h of travel" if finding.travel else ""
            return (
                f"{talent} has too few hours in {months}{way}: {decimal(finding.reach or 0)} h at "
                f"most, {decimal(finding.needs or 0)} h needed{_instead(finding)}."
            )
        case Against.PLACES:
            places = counted(other.talent.municipalities_at_once, "municipality")
            return f"{talent} already serves {places} in {months}, the most{_instead(finding)}."
        case Against.EXCLUSIVE if other.choice.line.exclusive:
            return f"It is exclusive, and {talent} has other work in {months}{_instead(finding)}."
        case Against.EXCLUSIVE:
            return f"{talent} has an exclusive posting in {months}{_instead(finding)}."
        case _:
            return f"With {talent} instead: {_change(finding)}{_bracketed(reasons(other))}."


def reasons(other: Other) -> str:
    """What makes the difference, the dearest first; empty where nothing is lost."""
    lost, found = other.lost, []
    if other.fewer > 0:
        way = f", {decimal(other.finding.travel)} h going on travel" if other.by_travel else ""
        found.append((other.for_hours, f"{decimal(other.fewer)} h fewer{way}"))
    found += [
        (lost.stability, "the last plan changes"),
        (other.less_fit, "fits the work less"),
        (lost.balance, "loads people less evenly"),
        (lost.producer, "loses a producer's cover"),
    ]
    told = sorted((item for item in found if item[0] > 0), key=lambda item: -item[0])
    return ", ".join(text for _, text in told)


def _rest(choice: Choice) -> str:
    """Where the others are, when nobody could come."""
    others = choice.candidates - 1 - choice.beside
    also = f"{choice.beside} more on the same line" if choice.beside else ""
    kept = " or ".join(_KEPT[kind] for kind in choice.busy)
    away = f"of the {others} others, each {kept}" if others and kept else ""
    return "; ".join(text for text in (also, away) if text)


def _change(finding: WhyNot) -> str:
    loss = finding.loss or 0
    if loss > 0:
        return f"{loss:,} points less"
    if loss < 0:
        return f"{-loss:,} points more, looking at this line alone"
    return "the same points"


def _instead(finding: WhyNot) -> str:
    """What it would take for somebody busy to come."""
    if finding.displaced is None:
        return ""
    return f"; taken off {finding.displaced} they could come, for {_change(finding)}"


def _bracketed(text: str) -> str:
    return f" ({text})" if text else ""


def _circumstances(choice: Choice) -> str:
    """That the request is a joint one, and what the way takes."""
    places = len(choice.line.municipalities)
    joint = f"a joint request of {places} municipalities" if places > 1 else ""
    way = f"{decimal(choice.travel)} h of travel" if choice.travel else ""
    return _bracketed(", ".join(text for text in (joint, way) if text))


def _failures(other: Other) -> list[str]:
    talent, line = other.talent, other.choice.line
    form = labels.form(talent.form, "en").lower()
    of = "appointed" if talent.form is Form.FISCAL_YEAR else "under contract"
    asked = [f"{name} level {level}" for name, level in lacking(talent.skills, line.skills)]
    told = {
        "skill": f"not {listed(asked)}" if asked else "",
        "nature": f"{form} is not for {labels.nature(line.nature, 'en').lower()} work",
        "contract": f"{of} from {talent.contract_from} to {talent.last_month}",
        "training": "no training recorded by the months asked",
        "excluded": "excluded at this municipality",
        "conflict": "employed by a vendor concerned",
        "declined": "on record as declined",
        "hours": "in no month free for the least that makes sense",
    }
    return [told[rule] for rule in other.finding.rules]
