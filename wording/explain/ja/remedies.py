"""The changes that would be enough, in Japanese."""

from collections.abc import Mapping

from matcher.explanation import Enough
from models.entities import Form
from models.months import Month
from wording import labels
from wording.explain.ja.parts import ROLES, amounts
from wording.hours import spoken
from wording.months import label


def remedy(change: Enough) -> str:
    """One change, with what has to be pinned or kept before it."""
    told = _change(change)
    if change.held:
        first = "、".join(f"{each.talent_id} の {each.line_id}" for each in change.held)
        return f"いまの割当（{first}）を固定したうえで、{told}"
    if change.if_kept:
        return f"その時間をほかの枠に回さずこの枠に充てるなら、{told}"
    return told


def _change(change: Enough) -> str:
    talent, more = change.talent_id, change.hours
    match change.kind:
        case "hours" if len(more) == 1:
            ((month, amount),) = more.items()
            return f"{talent} の{label(month)}の稼働を{spoken(amount)}増やせば足ります。"
        case "hours":
            return f"{talent} の稼働を{amounts(more)}増やせば足ります。"
        case "places":
            most = f"{change.at_once}つまで"
            return f"{talent} が同じ月に担当できる市区町村を{most}にすれば足ります。"
        case "people":
            names = " と ".join(change.talents)
            who = f"{names} で分担でき、" if len(change.talents) > 1 else f"{names} が加わり、"
            return f"担当を{change.people}人までにすれば、{who if names else ''}足ります。"
        case "skill":
            return f"{talent} のスキル「{change.skill}」がレベル{change.level}になれば足ります。"
        case "exclusion":
            return f"{talent} をこの市区町村の担当から外す設定をやめれば足ります。"
        case "decline":
            return f"辞退の記録がある {talent} にもう一度たずね、引き受けてもらえれば足ります。"
        case "contract":
            return _enough(_contract(change), "にし", "にすれば", more)
        case "training":
            by = label(change.first) if change.first else ""
            told = f"{talent} の研修修了（または免除）を{by}までに"
            return _enough(told, "記録し", "記録すれば", more)
        case "nature":
            form, nature = change.form or "", change.nature or ""
            work = f"{labels.form(form)}も{labels.nature(nature)}の業務"
            told = f"{work}に従事できる設定（候補は {talent}）"
            return _enough(told, "にし", "にすれば", more)
        case "exclusive":
            told = f"要請枠 {change.line_id} の専任をやめ、{talent} がほかの枠と掛け持ち"
            return _enough(told, "し", "すれば", more)
        case "pm_line" if change.line_id:
            return f"先に PM の枠 {change.line_id} を充足すれば足ります。"
        case "pm_line":
            return "要請に PM の枠を加えるか、市区町村に PM を置けば足ります。"
        case "talent":
            return _newcomer(change)
        case other:
            return f"{other}：{spoken(change.covers)}"


def _contract(change: Enough) -> str:
    begin = f"{label(change.first)}から" if change.earlier and change.first else ""
    until = label(change.last) if change.last else ""
    if change.renewed:
        return f"{change.talent_id} の任用を更新して{begin}{until}まで"
    return f"{change.talent_id} の契約を{begin}{until}まで"


def _newcomer(change: Enough) -> str:
    first = ""
    if change.line_id:
        first = f"先に PM の枠 {change.line_id} を充足し、"
    elif change.missing_pm:
        first = "要請に PM の枠を加えるか市区町村に PM を置き、"
    if change.people:
        first += f"担当を{change.people}人までにし、"
    # Where not every form may do the work, one that may is named.
    any_form = change.form in (None, Form.FULL_TIME)
    form = "" if any_form else f"（{labels.form(change.form or '')}）"
    who = f"{ROLES[change.role] if change.role else ''}{form}"
    return f"{first}{who}がもう1人いて、{amounts(change.hours)}働ければ足ります。"


def _enough(change: str, and_then: str, would: str, more: Mapping[Month, int]) -> str:
    """The change, and the hours that have to be there besides."""
    if not more:
        return f"{change}{would}足ります。"
    return f"{change}{and_then}、稼働を{amounts(more)}増やせば足ります。"
