"""One request, talent or match as people read it."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group
from rich.text import Text

from matcher.plan import Plan, Unmet, Why
from matcher.ports import LedgerRow
from models.entities import DemandLine, Person, Request, Talent
from models.ids import request_of
from models.match import Match
from models.worked_hours import Worked
from producers.ports import Places
from service.cli.frame.amounts import by_month, municipalities, number
from service.cli.frame.hour_rows import Named, facts, month_rows
from service.cli.post.posted_words import training_text
from service.cli.remedies import Steps, no_steps
from service.cli.show import agreement, reasons
from service.cli.show.worked_hours import line_and_talent, still_ahead, worked_rows
from wording import Lang, Words, explain, labels

#: Of the training, where neither its end nor a waiver is known.
_NO_RECORD = ("修了の記録なし", "no record of its end")


def request_page(
    request: Request,
    places: Places,
    plan: Plan | None,
    matches: Sequence[Match],
    lang: Lang,
    *,
    worked: Sequence[Worked] = (),
    steps: Steps = no_steps,
) -> Group:
    """What is asked, line by line, who works on it and has worked, and why the rest is unmet."""
    own = [w for w in worked if request_of(w.line_id) == request.request_id]
    parts = [
        Text(labels.titled(request.title, lang, sample=request.sample), style="bold"),
        *facts(
            [
                ("支援要請", "Request", f"{request.request_id}（r{request.revision}）"),
                ("状態", "Status", labels.request_status(request.status, lang)),
                ("市区町村", "Municipality", municipalities(request.municipalities, places, lang)),
                ("テーマ", "Theme", request.theme),
                ("業務の性質", "Nature", labels.nature(request.nature, lang)),
                ("緊急度", "Urgency", labels.urgency(request.urgency, lang)),
                ("PM配置済み", "PM in place", labels.yes_no(request.pm_in_place, lang)),
                ("関係する事業者", "Vendors", "・".join(request.vendors)),
            ],
            lang,
        ),
    ]
    for each in request.lines:
        parts.append(Text(""))
        on_line = [w for w in own if w.line_id == request.line_id(each.line)]
        parts.extend(
            _line(
                request,
                each,
                places=places,
                plan=plan,
                matches=matches,
                worked=on_line,
                lang=lang,
            )
        )
        unmet = _unmet(plan, request.line_id(each.line))
        if unmet:
            parts.extend(reasons.of_unmet(unmet, places, lang, steps))
    asked = {request.line_id(each.line) for each in request.lines}
    if gone := [w for w in own if w.line_id not in asked]:
        parts.append(Text(""))
        parts.extend(month_rows(worked_rows(gone, line_and_talent, lang), lang))
    return Group(*parts)


def _line(
    request: Request,
    asked: DemandLine,
    *,
    places: Places,
    plan: Plan | None,
    matches: Sequence[Match],
    worked: Sequence[Worked],
    lang: Lang,
) -> Iterator[Text]:
    line_id = request.line_id(asked.line)
    live = [m for m in matches if m.line_id == line_id and m.live]
    skills = _skills(asked.skills, lang)
    yield Text(f"{line_id}　{labels.role(asked.role, lang)}　{skills}".rstrip("　"), style="bold")
    most = f"{asked.people}人まで・" if lang == "ja" else f"at most {asked.people} people, "
    least = (
        f"最低 {asked.minimum_percent}%・訪問 {asked.on_site_percent}%"
        if lang == "ja"
        else f"at least {asked.minimum_percent}%, {asked.on_site_percent}% on site"
    )
    alone = "" if not asked.exclusive else "・専任" if lang == "ja" else ", exclusive"
    yield Text(f"  {most}{least}{alone}")
    words = ("要請", "未充足") if lang == "ja" else ("Asked", "Unmet")
    rows: list[Named] = [(words[0], asked.hours)]
    rows += worked_rows(worked, lambda each: each.talent_id, lang)
    for match in live:
        if hours := still_ahead(match, worked):
            rows.append((f"{match.talent_id} {agreement.state(match, lang)}", hours))
    unmet = _unmet(plan, line_id)
    if unmet:
        rows.append((f"△ {words[1]}", unmet.by_month))
    yield from month_rows(rows, lang)
    in_words = Words(lang, places)
    for match in live:
        said = "".join(explain.why(in_words, why) for why in _whys(plan, line_id, match.talent_id))
        yield Text(f"  {match.match_id}　{said}".rstrip())


def _unmet(plan: Plan | None, line_id: str) -> Unmet | None:
    return next((u for u in (plan.unmet if plan else ()) if u.line_id == line_id), None)


def talent_page(
    talent: Talent,
    places: Places,
    matches: Sequence[Match],
    ledger: Sequence[LedgerRow],
    lang: Lang,
    *,
    person: Person | None = None,
    worked: Sequence[Worked] = (),
) -> Group:
    """What matching knows of a talent, its hours by month and its matches."""
    past = [w for w in worked if w.talent_id == talent.talent_id]
    own = [m for m in matches if m.talent_id == talent.talent_id and m.live]
    at_once = talent.municipalities_at_once
    heading = labels.titled(talent.talent_id, lang, sample=talent.sample)
    parts = [
        Text(f"{heading}　{person.name}" if person else heading, style="bold"),
        *facts(
            [
                ("状態", "Status", labels.talent_status(talent.status, lang)),
                ("役割", "Roles", "・".join(labels.role(r, lang) for r in talent.roles)),
                ("スキル", "Skills", _skills(talent.skills, lang)),
                ("雇用形態", "Employment", labels.form(talent.form, lang)),
                ("契約期間", "Contract", _contract(talent, lang)),
                ("研修", "Training", training_text(talent, lang) or _NO_RECORD[lang == "en"]),
                ("雇用元", "Employer", talent.employer or ""),
                ("拠点", "Base", places.name(talent.base) if talent.base else ""),
                ("リモート可", "Remote", labels.yes_no(talent.remote, lang)),
                ("同時に担当", "At once", f"{at_once}市町村" if lang == "ja" else str(at_once)),
                ("除外", "Excluded", "・".join(map(places.name, talent.excluded))),
                ("連絡先", "Mail", person.mail if person else ""),
            ],
            lang,
        ),
        Text(""),
    ]
    words = ("稼働可能", "割当", "空き") if lang == "ja" else ("Available", "Assigned", "Free")
    kept = [row for row in ledger if row.talent_id == talent.talent_id]
    months = [row.month for row in kept] or sorted(talent.capacity)
    used = {row.month: row.used for row in kept}
    available = {row.month: row.capacity for row in kept} or {m: talent.free(m) for m in months}
    free = {month: available[month] - used.get(month, 0) for month in months}
    rows: list[Named] = [(words[0], available), (words[1], used), (words[2], free)]
    rows += worked_rows(past, lambda each: each.line_id, lang)
    for match in own:
        if hours := still_ahead(match, past):
            rows.append((f"{match.line_id} {agreement.state(match, lang)}", hours))
    parts.extend(month_rows(rows, lang))
    return Group(*parts)


def _contract(talent: Talent, lang: Lang) -> str:
    term = f"{talent.contract_from}–{talent.contract_until}"
    if talent.last_month == talent.contract_until:
        return term
    until = talent.last_month
    said = f"（再任用されるまで {until} まで）" if lang == "ja" else f" (until {until}, or renewed)"
    return f"{term}{said}"


def match_page(
    match: Match, request: Request | None, places: Places, whys: Sequence[Why], lang: Lang
) -> Group:
    """Where a match stands, for whom, how many hours, why this person and why nobody else."""
    terms = match.terms
    asked = terms.municipalities if terms else request.municipalities if request else ()
    title = terms.title if terms else request.title if request else ""
    parts = [
        Text(f"{match.match_id}　{agreement.state(match, lang)}", style="bold"),
        *facts(
            [
                ("版", "Revision", str(match.revision)),
                ("理由", "Reason", labels.reason(match.reason, lang)),
                ("固定", "Pinned", labels.yes_no(match.pinned, lang)),
                ("要請枠", "Demand line", match.line_id),
                (
                    "支援要請",
                    "Request",
                    labels.titled(title, lang, sample=bool(request and request.sample)),
                ),
                ("市区町村", "Municipality", municipalities(asked, places, lang)),
                ("人材", "Talent", match.talent_id),
                ("返事", "Answers", agreement.answers(match, places, lang)),
                ("時間", "Hours", number(sum(match.hours.values()))),
                ("月別", "By month", by_month(match.hours, lang)),
            ],
            lang,
        ),
    ]
    parts.extend(Text(line) for line in agreement.attention(match, places, lang))
    for why in whys:
        parts.extend(reasons.of_match(why, lang))
    return Group(*parts)


def _skills(skills: Mapping[str, int], lang: Lang) -> str:
    level = "レベル" if lang == "ja" else " level "
    return "・".join(f"{name}{level}{at}" for name, at in sorted(skills.items()))


def _whys(plan: Plan | None, line_id: str, talent_id: str) -> list[Why]:
    return [
        why
        for why in (plan.why if plan else ())
        if why.line_id == line_id and why.talent_id == talent_id
    ]
