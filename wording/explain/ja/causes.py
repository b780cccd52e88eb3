"""Why a line stays unmet, in Japanese."""

from collections.abc import Mapping, Sequence

from matcher.explanation import CAUSES, Cause, CauseFacts, Funnel, Unmet
from models.months import Month
from wording import labels
from wording.explain.ja.parts import ROLES, RULES, amounts, named, need, whose
from wording.explain.ja.remedies import remedy
from wording.hours import spoken
from wording.months import label
from wording.reader import PlaceNames


def unmet(row: Unmet, places: PlaceNames) -> str:
    """The whole story of a line: what is missing, why, and the first change that is enough."""
    part = f"要請{spoken(row.asked)}のうち" if row.hours < row.asked else ""
    enough = remedy(row.enough[0]) if row.enough else ""
    return (
        f"{whose(row.municipalities, places)}要請枠 {row.line_id}（{ROLES[row.role]}）は"
        f"{part}{spoken(row.hours)}が未充足です。"
        f"{need(row.need)}{running(row.facts)}{cause(row.cause, row)}{prices(row.prices)}{enough}"
    )


def funnel(rows: Sequence[Funnel]) -> str:
    """`人材9人 → 役割 4人 → スキル 0人`: who is left after each rule that costs somebody."""
    steps = [f"人材{rows[0].left + rows[0].lost}人"]
    steps += [f"{RULES[row.rule]} {row.left}人" for row in rows if row.lost]
    return " → ".join(steps)


def running(facts: CauseFacts) -> str:
    """That of a month that has begun only the rest is planned."""
    if facts.running is None:
        return ""
    days = facts.running
    return f"{label(days.month)}は、{days.of}稼働日のうち残る{days.left}日分だけを計画しています。"


def prices(points_of: Mapping[Month, int]) -> str:
    """What hours cost where they are used now."""
    if not points_of:
        return ""
    by_points: dict[int, list[Month]] = {}
    for month, points in sorted(points_of.items()):
        by_points.setdefault(points, []).append(month)
    if len(by_points) > 3:
        low, high = min(by_points), max(by_points)
        told = f"{named(points_of)}で{low:,}〜{high:,}点"
    else:
        told = "、".join(f"{named(months)}に{points:,}点" for points, months in by_points.items())
    return f"ほかの枠一つから回すと、1時間あたり少なくとも{told}を失います。"


def cause(cause: Cause, row: Unmet) -> str:
    """One cause as a sentence."""
    facts, role = row.facts, ROLES[row.role]
    talent, lacks = facts.nearest, facts.lacks
    match cause:
        case Cause.NO_ROLE:
            where = "担当のほかに" if facts.has_some else "人材プールに"
            return f"{where}{role}がいません。"
        case Cause.NO_SKILL:
            asked = "、".join(f"{name} レベル{level}" for name, level in facts.skills.items())
            others = "担当のほかに" if facts.has_some else ""
            return f"求めるスキル（{asked}）を満たす{role}が{others}いません。"
        case Cause.NO_NATURE:
            return (
                f"候補者の雇用形態では、{labels.nature(facts.nature or '')}の業務に従事できません。"
            )
        case Cause.NO_CONTRACT if facts.ends:
            return (
                f"候補者の任用は{label(facts.ends)}までで、更新されるまで、"
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
            way = f"（移動の{spoken(facts.travel)}を含めて）" if facts.travel else ""
            if len(lacks) == 1:
                ((month, amount),) = lacks.items()
                short = f"{label(month)}の空きが{way}{spoken(amount)}足りません"
            else:
                short = f"空きが{way}{amounts(lacks)}足りません"
            return f"候補の {talent} は{short}。"
        case Cause.HOURS_FULL if facts.partly:
            return "候補者が契約・研修・辞退の上で担当できる月だけでは、必要な時間に足りません。"
        case Cause.HOURS_FULL:
            return "候補者の空きが足りません。"
        case Cause.TOO_MANY_PLACES if talent:
            count = facts.at_once or 0
            return f"候補の {talent} は、同じ月に担当できる{count}市区町村に達しています。"
        case Cause.TOO_MANY_PLACES:
            return "候補者は、同じ月に担当できる市区町村の数に達しています。"
        case Cause.EXCLUSIVE if facts.exclusive:
            return "専任の枠ですが、候補者は同じ月にほかの枠を担当しています。"
        case Cause.EXCLUSIVE:
            return "候補者は、同じ月に専任の枠を担当しています。"
        case Cause.OTHER_RULE:
            rules = [
                RULES[each.rule] for each in row.funnel if each.lost and each.rule not in CAUSES
            ]
            return f"候補者は「{'」「'.join(rules)}」の条件を満たしません。"
        case Cause.NO_PM if facts.pm_line:
            return f"同じ要請の PM の枠 {facts.pm_line} が充足していません。"
        case Cause.NO_PM:
            return "この要請には PM の枠がありません。"
        case Cause.PEOPLE_LIMIT if facts.block:
            return f"残りが1か月の下限（{spoken(facts.block)}）より少なく、ほかの人は加われません。"
        case Cause.PEOPLE_LIMIT:
            return f"担当できるのは{facts.people}人までで、その人数では足りません。"
        case Cause.UNEXPLAINED:
            return "理由をまとめられませんでした。ログ（explanation.failed）に原因があります。"
        case Cause.NOT_WORTH:
            return "担当できる人はいますが、ほかの枠に充てるほうが計画全体の評価が高くなります。"
