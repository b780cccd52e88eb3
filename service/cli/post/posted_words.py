"""What was posted, in words, and what its author should know at once."""

from models.entities import DemandLine, Request, Role, Talent
from producers.ports import Places
from service.cli.frame.amounts import by_month, municipalities, number
from service.cli.frame.write_session import CallOptions
from wording import labels


def request_text(request: Request, places: Places, call: CallOptions) -> list[str]:
    """A request line by line; engineers without a PM are pointed out."""
    title = labels.titled(request.title, call.lang, sample=request.sample)
    lines = [f"{municipalities(request.municipalities, places, call.lang)}　{title}"]
    lines += [_line_text(line, call) for line in request.lines]
    if request.vendors:
        vendors = call.say("、", ", ").join(request.vendors)
        lines.append(
            call.say(
                f"関係する事業者　{vendors}（ここに雇われている人材は配置しません）",
                f"vendors: {vendors} (their people are not sent)",
            )
        )
    roles = {line.role for line in request.lines}
    if Role.ENGINEER in roles and Role.PM not in roles and not request.pm_in_place:
        lines.append(
            call.say(
                "△ PMの要請枠がありません。エンジニアにはPMが必要です。市町村にPMがいれば "
                "--pm-in-place を、いなければPMの枠を足してください。",
                "△ No PM line: engineers need a PM. Add --pm-in-place where the municipality has "
                "one, or a line for a PM.",
            )
        )
    return lines


def _line_text(line: DemandLine, call: CallOptions) -> str:
    total = number(sum(line.hours.values()))
    role = labels.role(line.role, call.lang, short=True)
    months = by_month(line.hours, call.lang)
    ja, en = "", ""
    if line.exclusive:
        ja, en = ja + "　専任", en + ", exclusive"
    if line.on_site_percent:
        ja, en = ja + f"　訪問{line.on_site_percent}%", en + f", {line.on_site_percent}% on site"
    return call.say(
        f"要請枠{line.line}　{role}　{total}時間（{months}）{ja}",
        f"line {line.line}: {role}, {total} h ({months}){en}",
    )


def talent_text(
    talent: Talent, places: Places, call: CallOptions, *, training_required: bool
) -> list[str]:
    """A talent; what keeps it from being placed is pointed out."""
    roles = call.say("・", ", ").join(
        labels.role(role, call.lang, short=True) for role in talent.roles
    )
    form = labels.form(talent.form, call.lang)
    term = f"{talent.contract_from}–{talent.contract_until}"
    base = f"　{places.name(talent.base)}" if talent.base else ""
    lines = [
        f"{labels.titled(roles, call.lang, sample=talent.sample)}　{form}　{term}{base}",
        call.say(
            f"稼働可能時間　{by_month(talent.capacity, 'ja') or 'なし'}",
            f"capacity: {by_month(talent.capacity, 'en') or 'none'}",
        ),
    ]
    if talent.employer:
        lines.append(call.say(f"雇用元　{talent.employer}", f"employer: {talent.employer}"))
    if trained := training_text(talent, call.lang):
        lines.append(call.say(f"研修　{trained}", f"training: {trained}"))
    elif training_required:
        lines.append(
            call.say(
                "△ このプールでは研修修了が配置の条件です。修了したら --set trained_from=2026-12、"
                "免除なら --set training_waiver=former_official のように amend talent で記録して"
                "ください。",
                "△ This pool places trained people only: record --set trained_from=2026-12 or "
                "--set training_waiver=former_official with `amend talent`.",
            )
        )
    if talent.last_month < talent.contract_until:
        lines.append(
            call.say(
                f"△ 会計年度任用職員の任期は年度末（{talent.last_month}）までとして計画します。"
                f"再任用が決まったら amend talent で --set renewed_until={talent.contract_until} "
                "のように記録してください。",
                f"△ A fiscal-year appointment is planned until {talent.last_month}; once renewed, "
                f"record --set renewed_until={talent.contract_until} with `amend talent`.",
            )
        )
    return lines


def training_text(talent: Talent, lang: labels.Lang) -> str:
    """Since when a talent may be placed, or why without the training; empty where neither."""
    if talent.training_waiver:
        reason = labels.training_waiver(talent.training_waiver, lang)
        return f"免除（{reason}）" if lang == "ja" else f"waived ({reason.lower()})"
    if talent.trained_from:
        month = talent.trained_from
        return f"修了（{month} から配置できる）" if lang == "ja" else f"done (placed from {month})"
    return ""
