"""What explanations say in Japanese: short sentences, in the words of the office."""

from collections.abc import Mapping, Sequence

from matcher.explain.words import Choice, Newcomer, Story
from matcher.plan import Cause
from matcher.problem import Line, ProblemTalent
from models.entities import Role
from models.hours import spoken
from models.ids import LineId, TalentId
from models.months import Month, label

ROLES = {Role.PRODUCER: "プロデューサー", Role.PM: "PM", Role.ENGINEER: "エンジニア"}


def amounts(hours: Mapping[Month, int]) -> str:
    """`2026年7月に16時間、2026年8月に8時間`; many months in one breath."""
    months = sorted(hours)
    if len(months) <= 3:
        return "、".join(f"{label(month)}に{spoken(hours[month])}" for month in months)
    total = spoken(sum(hours.values()))
    return f"{label(months[0])}から{label(months[-1])}までの{len(months)}か月で合わせて{total}"


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


def contract(talent: ProblemTalent, first: Month, last: Month, more: Mapping[Month, int]) -> str:
    begin = f"{label(first)}から" if first < talent.contract_from else ""
    span = f"{talent.talent_id} の契約を{begin}{label(last)}まで"
    return (
        f"{span}にし、稼働を{amounts(more)}増やせば足ります。"
        if more
        else f"{span}にすれば足ります。"
    )


def pm_line(line: LineId | None) -> str:
    if line is None:
        return "要請に PM の枠を加えるか、市区町村に PM を置けば足ります。"
    return f"先に PM の枠 {line} を充足すれば足ります。"


def newcomer(needs: Newcomer) -> str:
    first = ""
    if needs.pm_line:
        first = f"先に PM の枠 {needs.pm_line} を充足し、"
    elif needs.missing_pm:
        first = "要請に PM の枠を加えるか市区町村に PM を置き、"
    if needs.people:
        first += f"担当を{needs.people}人までにし、"
    return f"{first}{ROLES[needs.role]}がもう1人いて、{amounts(needs.hours)}働ければ足ります。"


def unmet(story: Story, cause: str, enough: str) -> str:
    """The whole story of a line: what is missing, why, and what would be enough."""
    line, hours = story.line, story.hours
    part = f"要請{spoken(line.asked)}のうち" if hours < line.asked else ""
    return (
        f"{place(line)}の要請枠 {line.line_id}（{ROLES[line.role]}）は"
        f"{part}{spoken(hours)}が未充足です。{cause}{enough}"
    )


def place(line: Line) -> str:
    first, *others = line.municipalities
    return f"{first} ほか{len(others)}市区町村" if others else f"{first} "


def cause(cause: Cause, story: Story) -> str:
    """One cause as a sentence."""
    line, talent, lacks, pm = story.line, story.nearest, story.lacks, story.pm_line
    role = ROLES[line.role]
    match cause:
        case Cause.NO_ROLE:
            return f"人材プールに{role}がいません。"
        case Cause.NO_SKILL:
            asked = "、".join(f"{name} レベル{level}" for name, level in line.skills.items())
            return f"求めるスキル（{asked}）を満たす{role}がいません。"
        case Cause.NO_CONTRACT:
            return "候補者の契約期間が、求める月に掛かっていません。"
        case Cause.EXCLUDED:
            return "候補者は、この市区町村の担当から外す設定になっています。"
        case Cause.DECLINED:
            return "候補者には、辞退の記録があります。"
        case Cause.HOURS_FULL if talent and lacks:
            if len(lacks) == 1:
                ((month, amount),) = lacks.items()
                short = f"{label(month)}の空きが{spoken(amount)}足りません"
            else:
                short = f"空きが{amounts(lacks)}足りません"
            return f"候補の {talent.talent_id} は{short}。"
        case Cause.HOURS_FULL:
            return "候補者の空きが足りません。"
        case Cause.TOO_MANY_PLACES if talent:
            count = talent.municipalities_at_once
            return (
                f"候補の {talent.talent_id} は、同じ月に担当できる{count}市区町村に達しています。"
            )
        case Cause.TOO_MANY_PLACES:
            return "候補者は、同じ月に担当できる市区町村の数に達しています。"
        case Cause.EXCLUSIVE if line.exclusive:
            return "専任の枠ですが、候補者は同じ月にほかの枠を担当しています。"
        case Cause.EXCLUSIVE:
            return "候補者は、同じ月に専任の枠を担当しています。"
        case Cause.NO_PM if pm:
            return f"同じ要請の PM の枠 {pm.line_id} が充足していません。"
        case Cause.NO_PM:
            return "この要請には PM の枠がありません。"
        case Cause.PEOPLE_LIMIT if story.block:
            return f"残りが1か月の下限（{spoken(story.block)}）より少なく、ほかの人は加われません。"
        case Cause.PEOPLE_LIMIT:
            return f"担当できるのは{line.people}人までで、その人数では足りません。"
        case Cause.NOT_WORTH:
            return "担当できる人はいますが、ほかの枠に充てるほうが計画全体の評価が高くなります。"


def why(choice: Choice) -> str:
    """Why this person: how many could, and what changes if the next best took the line."""
    talent, candidates, loss = choice.talent, choice.candidates, choice.loss
    if choice.pinned:
        return f"担当は {talent} です。固定されているので変わりません。"
    if candidates == 1:
        return f"担当は {talent} です。条件を満たすのは {talent} だけです。"
    if choice.next_best is None:
        return (
            f"担当は {talent} です。条件を満たす{candidates}人のうち、ほかの{candidates - 1}人は"
            "空きが足りないか、担当できる市区町村の数に達しています。"
        )
    if loss > 0:
        change = f"代わると評価が{loss:,}点下がります"
    elif loss < 0:
        change = f"この枠だけを見れば、代わると評価が{-loss:,}点上がります"
    else:
        change = "代わっても評価は同じです"
    following = f"条件を満たす{candidates}人のうち、次点は {choice.next_best} で、{change}。"
    return f"担当は {talent} です。{following}"
