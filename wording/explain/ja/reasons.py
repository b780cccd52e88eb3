"""Why this person and why not another, in Japanese."""

from matcher.explanation import Against, Terms, Why, WhyNot
from models.entities import Form
from wording import labels
from wording.explain.ja.parts import RULES, named, need
from wording.hours import spoken
from wording.months import label

#: What keeps people away who meet the conditions.
_KEPT = {
    Against.MONTHS: "担当できる月が足りない",
    Against.FULL: "空きが足りない",
    Against.PLACES: "担当できる市区町村の数に達している",
    Against.EXCLUSIVE: "専任の枠と重なる",
}


def why(choice: Why) -> str:
    """Why this person: how many could, and what changes if the next best took the line."""
    talent, candidates = choice.talent_id, choice.candidates
    # Who is next stands first among the others, with what makes the difference.
    following = choice.why_not[0] if choice.next_best and choice.why_not else None
    if choice.pinned:
        told = "固定されているので変わりません。"
    elif candidates == 1:
        told = f"条件を満たすのは {talent} だけです。"
    elif following is None:
        told = f"条件を満たす{candidates}人のうち、{_rest(choice)}。"
    else:
        told = (
            f"条件を満たす{candidates}人のうち、次点は {following.talent_id} で、"
            f"{_change(following)}{_bracketed(reasons(following))}。"
        )
    return f"担当は {talent} です{_circumstances(choice)}。{told}{need(choice.need)}"


def why_not(finding: WhyNot) -> str:
    """Why somebody else does not serve the line in this person's place."""
    talent = finding.talent_id
    months = named(finding.months) if finding.months else ""
    match finding.kind:
        case Against.CONDITION:
            return f"{talent} は条件を満たしません（{'、'.join(_failures(finding))}）。"
        case Against.APART:
            return f"{talent} は、この枠を担当しないと決められています。"
        case Against.MONTHS:
            return (
                f"{talent} が担当できるのは、求める月のうち{months}だけです（充てられるのは"
                f"{spoken(finding.reach or 0)}まで、必要なのは{spoken(finding.needs or 0)}から）。"
            )
        case Against.FULL:
            way = f"移動の{spoken(finding.travel)}を含めると" if finding.travel else ""
            return (
                f"{talent} は{months}の空きが{way}足りません（充てられるのは"
                f"{spoken(finding.reach or 0)}まで、必要なのは{spoken(finding.needs or 0)}から）。"
                f"{_instead(finding)}"
            )
        case Against.PLACES:
            count = finding.at_once or 0
            reached = f"同じ月に担当できる{count}市区町村に達しています"
            return f"{talent} は{months}に、{reached}。{_instead(finding)}"
        case Against.EXCLUSIVE if finding.exclusive:
            busy = f"{talent} は{months}にほかの枠を担当しています"
            return f"専任の枠ですが、{busy}。{_instead(finding)}"
        case Against.EXCLUSIVE:
            return f"{talent} は{months}に専任の枠を担当しています。{_instead(finding)}"
        case _:
            return f"{talent} が{_change(finding)}{_bracketed(reasons(finding))}。"


def reasons(finding: WhyNot) -> str:
    """What makes the difference, the dearest first; empty where nothing is lost."""
    lost: Terms = finding.terms or Terms()
    found: list[tuple[int, str]] = []
    if finding.fewer:
        way = f"移動に{spoken(finding.travel)}を使い、" if finding.by_travel else ""
        less = f"{way}充てる時間が{spoken(finding.fewer)}少ない"
        for_hours = lost.served + lost.coverage + lost.fit - finding.less_fit
        found.append((for_hours, less))
    found += [
        (lost.stability, "前の計画の割当が変わる"),
        (finding.less_fit, "業務との適合が下がる"),
        (lost.balance, "負担が偏る"),
        (lost.producer, "プロデューサーの加点がなくなる"),
    ]
    told = sorted((item for item in found if item[0] > 0), key=lambda item: -item[0])
    return "、".join(text for _, text in told)


def _rest(choice: Why) -> str:
    """Where the others are, when nobody could come."""
    others = choice.candidates - 1 - choice.beside
    also = f"{choice.beside}人は同じ枠を担当しています" if choice.beside else ""
    kept = "か、".join(_KEPT[kind] for kind in choice.busy)
    away = f"ほかの{others}人は、{kept}ため代われません" if others and kept else ""
    return "。".join(text for text in (also, away) if text)


def _change(finding: WhyNot) -> str:
    loss = finding.loss or 0
    if loss > 0:
        return f"代わると評価が{loss:,}点下がります"
    if loss < 0:
        return f"代わると、この枠だけを見れば評価が{-loss:,}点上がります"
    return "代わっても評価は同じです"


def _instead(finding: WhyNot) -> str:
    """What it would take for somebody busy to come."""
    if finding.displaced is None:
        return ""
    loss = finding.loss or 0
    if loss > 0:
        change = f"評価が{loss:,}点下がります"
    else:
        change = f"評価が{-loss:,}点上がります" if loss else "評価は同じです"
    return f"要請枠 {finding.displaced} から外せば代われますが、{change}。"


def _bracketed(text: str) -> str:
    return f"（{text}）" if text else ""


def _circumstances(choice: Why) -> str:
    """That the request is a joint one, and what the way takes."""
    places = choice.places
    joint = f"{places}市区町村の共同の要請" if places > 1 else ""
    way = f"移動に{spoken(choice.travel)}" if choice.travel else ""
    return _bracketed("、".join(text for text in (joint, way) if text))


def _failures(finding: WhyNot) -> list[str]:
    form = labels.form(finding.form) if finding.form else ""
    of = "任用" if finding.form is Form.FISCAL_YEAR else "契約"
    asked = "・".join(f"{name} レベル{level}" for name, level in finding.skills.items())
    nature = labels.nature(finding.nature) if finding.nature else ""
    term = [label(month) if month else "" for month in (finding.first, finding.last)]
    told = {
        "skill": f"スキル {asked} に届かない",
        "nature": f"{form}は{nature}の業務の対象外",
        "contract": f"{of}が{term[0]}から{term[1]}まで",
        "training": "求める月までの研修の記録がない",
        "excluded": "この市区町村の担当から外す設定",
        "conflict": "関わる事業者に雇用されている",
        "declined": "辞退の記録がある",
        "hours": "どの月も空きが1か月の下限に届かない",
    }
    return [told.get(rule, f"{RULES[rule]}の条件を満たさない") for rule in finding.rules]
