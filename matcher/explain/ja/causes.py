"""Why a line stays unmet, in Japanese."""

from collections.abc import Sequence

from matcher.explain.ja.words import ROLES, RULES, amounts, named, need, place
from matcher.explain.sentence_facts import Story
from matcher.plan import Cause, Funnel
from models.months import Month
from wording import labels
from wording.hours import spoken
from wording.months import label


def unmet(story: Story, cause: str, enough: str) -> str:
    """The whole story of a line: what is missing, why, and what would be enough."""
    line, hours = story.line, story.hours
    part = f"要請{spoken(line.asked)}のうち" if hours < line.asked else ""
    return (
        f"{place(line)}の要請枠 {line.line_id}（{ROLES[line.role]}）は"
        f"{part}{spoken(hours)}が未充足です。{need(line.need)}{running(story)}{cause}{prices(story)}{enough}"
    )


def funnel(rows: Sequence[Funnel]) -> str:
    """`人材9人 → 役割 4人 → スキル 0人`: who is left after each rule that costs somebody."""
    steps = [f"人材{rows[0].left + rows[0].lost}人"]
    steps += [f"{RULES[row.rule]} {row.left}人" for row in rows if row.lost]
    return " → ".join(steps)


def running(story: Story) -> str:
    """That of a month that has begun only the rest is planned."""
    if not story.running:
        return ""
    month, days = story.running
    return f"{label(month)}は、{days.of}稼働日のうち残る{days.left}日分だけを計画しています。"


def prices(story: Story) -> str:
    """What hours cost where they are used now."""
    if not story.prices:
        return ""
    by_points: dict[int, list[Month]] = {}
    for month, points in sorted(story.prices.items()):
        by_points.setdefault(points, []).append(month)
    if len(by_points) > 3:
        low, high = min(by_points), max(by_points)
        told = f"{named(story.prices)}で{low:,}〜{high:,}点"
    else:
        told = "、".join(f"{named(months)}に{points:,}点" for points, months in by_points.items())
    return f"ほかの枠一つから回すと、1時間あたり少なくとも{told}を失います。"


def cause(cause: Cause, story: Story) -> str:
    """One cause as a sentence."""
    line, talent, lacks, pm = story.line, story.nearest, story.lacks, story.pm_line
    role = ROLES[line.role]
    match cause:
        case Cause.NO_ROLE:
            where = "担当のほかに" if story.has_some else "人材プールに"
            return f"{where}{role}がいません。"
        case Cause.NO_SKILL:
            asked = "、".join(f"{name} レベル{level}" for name, level in line.skills.items())
            others = "担当のほかに" if story.has_some else ""
            return f"求めるスキル（{asked}）を満たす{role}が{others}いません。"
        case Cause.NO_NATURE:
            return f"候補者の雇用形態では、{labels.nature(line.nature)}の業務に従事できません。"
        case Cause.NO_CONTRACT if story.ends:
            return (
                f"候補者の任用は{label(story.ends)}までで、更新されるまで、"
                "求める月に割り当てられません。"
            )
        case Cause.NO_CONTRACT:
            return "候補者の契約期間が、求める月に掛かっていません。"
        case Cause.NO_TRAINING:
            return "候補者には、求める月までに研修の修了も免除の記録もありません。"
        case Cause.CONFLICT:
            return "候補者は、要請に関わる事業者に雇用されています（利益相反）。"
        case Cause.EXCLUDED:
            return "候補者は、この市区町村の担当から外す設定になっています。"
        case Cause.DECLINED:
            return "候補者には、辞退の記録があります。"
        case Cause.HOURS_FULL if talent and lacks:
            way = f"（移動の{spoken(story.travel)}を含めて）" if story.travel else ""
            if len(lacks) == 1:
                ((month, amount),) = lacks.items()
                short = f"{label(month)}の空きが{way}{spoken(amount)}足りません"
            else:
                short = f"空きが{way}{amounts(lacks)}足りません"
            return f"候補の {talent.talent_id} は{short}。"
        case Cause.HOURS_FULL if story.partly:
            return "候補者が契約・研修・辞退の上で担当できる月だけでは、必要な時間に足りません。"
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
        case Cause.UNEXPLAINED:
            return "理由をまとめられませんでした。ログ（explanation.failed）に原因があります。"
        case Cause.NOT_WORTH:
            return "担当できる人はいますが、ほかの枠に充てるほうが計画全体の評価が高くなります。"
