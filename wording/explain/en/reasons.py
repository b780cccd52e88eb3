"""Why this person and why not another, in English."""

from matcher.explanation import Against, Terms, Why, WhyNot
from models.entities import Form
from wording import labels
from wording.amounts import amount
from wording.explain.en.parts import RULES, counted, listed, named, need

#: What keeps people away who meet the conditions.
_KEPT = {
    Against.MONTHS: "may work in too few of the months",
    Against.FULL: "has too few hours",
    Against.PLACES: "serves as many municipalities as they may",
    Against.EXCLUSIVE: "is kept away by an exclusive line",
}


def why(choice: Why) -> str:
    """Why this person: how many could, and what changes if the next best took the line."""
    talent, candidates = choice.talent_id, choice.candidates
    # Who is next stands first among the others, with what makes the difference.
    following = choice.why_not[0] if choice.next_best and choice.why_not else None
    serves = f"{talent} serves {choice.line_id}{_circumstances(choice)}"
    if choice.pinned:
        told = f"{talent} is pinned to {choice.line_id}{_circumstances(choice)}."
    elif candidates == 1:
        told = f"{serves}, the only one who meets the conditions."
    elif following is None:
        told = f"{serves}. {candidates} meet the conditions: {_rest(choice)}."
    else:
        told = (
            f"{serves}. Of {candidates} who could, {following.talent_id} is next: "
            f"{_change(following)}{_bracketed(reasons(following))}."
        )
    return " ".join(text for text in (told, need(choice.need)) if text)


def why_not(finding: WhyNot) -> str:
    """Why somebody else does not serve the line in this person's place."""
    talent = finding.talent_id
    months = named(finding.months) if finding.months else ""
    match finding.kind:
        case Against.CONDITION:
            return f"{talent} does not meet the conditions: {', '.join(_failures(finding))}."
        case Against.APART:
            return f"{talent} is kept off this line by agreement."
        case Against.MONTHS:
            return (
                f"{talent} may work in {months} alone of the months asked: "
                f"{amount(finding.reach or 0)} h at most, {amount(finding.needs or 0)} h needed."
            )
        case Against.FULL:
            way = f" with {amount(finding.travel)} h of travel" if finding.travel else ""
            return (
                f"{talent} has too few hours in {months}{way}: {amount(finding.reach or 0)} h at "
                f"most, {amount(finding.needs or 0)} h needed{_instead(finding)}."
            )
        case Against.PLACES:
            places = counted(finding.at_once or 0, "municipality")
            return f"{talent} already serves {places} in {months}, the most{_instead(finding)}."
        case Against.EXCLUSIVE if finding.exclusive:
            return f"It is exclusive, and {talent} has other work in {months}{_instead(finding)}."
        case Against.EXCLUSIVE:
            return f"{talent} has an exclusive posting in {months}{_instead(finding)}."
        case _:
            return f"With {talent} instead: {_change(finding)}{_bracketed(reasons(finding))}."


def reasons(finding: WhyNot) -> str:
    """What makes the difference, the dearest first; empty where nothing is lost."""
    lost: Terms = finding.terms or Terms()
    found: list[tuple[int, str]] = []
    if finding.fewer:
        way = f", {amount(finding.travel)} h going on travel" if finding.by_travel else ""
        found.append(
            (
                lost.served + lost.coverage + lost.fit - finding.less_fit,
                f"{amount(finding.fewer)} h fewer{way}",
            )
        )
    found += [
        (lost.stability, "the last plan changes"),
        (finding.less_fit, "fits the work less"),
        (lost.balance, "loads people less evenly"),
        (lost.producer, "loses a producer's cover"),
    ]
    told = sorted((item for item in found if item[0] > 0), key=lambda item: -item[0])
    return ", ".join(text for _, text in told)


def _rest(choice: Why) -> str:
    """Where the others are, when nobody could come."""
    others = choice.candidates - 1 - choice.beside
    also = f"{choice.beside} more on the same line" if choice.beside else ""
    kept = " or ".join(_KEPT[kind] for kind in choice.busy)
    whose = "the other one" if others == 1 else f"of the {others} others, each"
    away = f"{whose} {kept}" if others and kept else ""
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


def _circumstances(choice: Why) -> str:
    """That the request is a joint one, and what the way takes."""
    places = choice.places
    joint = f"a joint request of {places} municipalities" if places > 1 else ""
    way = f"{amount(choice.travel)} h of travel" if choice.travel else ""
    return _bracketed(", ".join(text for text in (joint, way) if text))


def _failures(finding: WhyNot) -> list[str]:
    form = labels.form(finding.form, "en").lower() if finding.form else ""
    of = "appointed" if finding.form is Form.FISCAL_YEAR else "under contract"
    asked = [f"{name} level {level}" for name, level in finding.skills.items()]
    nature = labels.nature(finding.nature, "en").lower() if finding.nature else ""
    told = {
        "skill": f"not {listed(asked)}" if asked else "",
        "nature": f"{form} is not for {nature} work",
        "contract": f"{of} from {finding.first} to {finding.last}",
        "training": "no training recorded by the months asked",
        "excluded": "excluded at this municipality",
        "conflict": "employed by a vendor concerned",
        "declined": "on record as declined",
        "hours": "in no month free for the least that makes sense",
    }
    return [told.get(rule, f"does not meet what is asked: {RULES[rule]}") for rule in finding.rules]
