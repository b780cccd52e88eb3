"""The changes that would be enough, in Japanese."""

from collections.abc import Mapping, Sequence

from matcher.explain.ja.words import ROLES, amounts
from matcher.explain.sentence_facts import Newcomer, Term
from matcher.plan import Held
from models.entities import Form, Nature
from models.ids import LineId, TalentId
from models.months import Month
from wording import labels
from wording.hours import spoken
from wording.months import label


def hours(talent: TalentId, more: Mapping[Month, int]) -> str:
    if len(more) == 1:
        ((month, amount),) = more.items()
        return f"{talent} の{label(month)}の稼働を{spoken(amount)}増やせば足ります。"
    return f"{talent} の稼働を{amounts(more)}増やせば足ります。"


def places(talent: TalentId, count: int) -> str:
    return f"{talent} が同じ月に担当できる市区町村を{count}つまでにすれば足ります。"


def people(count: int, talents: Sequence[TalentId]) -> str:
    names = " と ".join(talents)
    who = f"{names} で分担でき、" if len(talents) > 1 else f"{names} が加わり、"
    return f"担当を{count}人までにすれば、{who}足ります。"


def skill(talent: TalentId, name: str, level: int) -> str:
    return f"{talent} のスキル「{name}」がレベル{level}になれば足ります。"


def exclusion(talent: TalentId) -> str:
    return f"{talent} をこの市区町村の担当から外す設定をやめれば足ります。"


def decline(talent: TalentId) -> str:
    return f"辞退の記録がある {talent} にもう一度たずね、引き受けてもらえれば足ります。"


def contract(talent: TalentId, term: Term, more: Mapping[Month, int]) -> str:
    begin = f"{label(term.first)}から" if term.earlier else ""
    if term.renewed:
        span = f"{talent} の任用を更新して{begin}{label(term.last)}まで"
    else:
        span = f"{talent} の契約を{begin}{label(term.last)}まで"
    return _enough(span, "にし", "にすれば", more)


def training(talent: TalentId, first: Month, more: Mapping[Month, int]) -> str:
    told = f"{talent} の研修修了（または免除）を{label(first)}までに"
    return _enough(told, "記録し", "記録すれば", more)


def nature(form: Form, nature: Nature, talent: TalentId, more: Mapping[Month, int]) -> str:
    told = f"{labels.form(form)}も{labels.nature(nature)}の業務に従事できる設定（候補は {talent}）"
    return _enough(told, "にし", "にすれば", more)


def exclusive(talent: TalentId, line: LineId, more: Mapping[Month, int]) -> str:
    told = f"要請枠 {line} の専任をやめ、{talent} がほかの枠と掛け持ち"
    return _enough(told, "し", "すれば", more)


def pm_line(line: LineId | None) -> str:
    if line is None:
        return "要請に PM の枠を加えるか、市区町村に PM を置けば足ります。"
    return f"先に PM の枠 {line} を充足すれば足ります。"


def held(first: Sequence[Held], change: str) -> str:
    """The change, with what has to be pinned before it."""
    told = "、".join(f"{each.talent_id} の {each.line_id}" for each in first)
    return f"いまの割当（{told}）を固定したうえで、{change}"


def if_kept(change: str) -> str:
    """The change, and that what it brings must not go elsewhere."""
    return f"その時間をほかの枠に回さずこの枠に充てるなら、{change}"


def newcomer(needs: Newcomer) -> str:
    first = ""
    if needs.pm_line:
        first = f"先に PM の枠 {needs.pm_line} を充足し、"
    elif needs.missing_pm:
        first = "要請に PM の枠を加えるか市区町村に PM を置き、"
    if needs.people:
        first += f"担当を{needs.people}人までにし、"
    # Where not every form may do the work, one that may is named.
    form = "" if needs.form is Form.FULL_TIME else f"（{labels.form(needs.form)}）"
    return (
        f"{first}{ROLES[needs.role]}{form}がもう1人いて、{amounts(needs.hours)}働ければ足ります。"
    )


def _enough(change: str, and_then: str, would: str, more: Mapping[Month, int]) -> str:
    """The change, and the hours that have to be there besides."""
    if not more:
        return f"{change}{would}足ります。"
    return f"{change}{and_then}、稼働を{amounts(more)}増やせば足ります。"
