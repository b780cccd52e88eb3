"""A request as people read it: what is asked, who works on it, and why the rest is unmet."""

from collections.abc import Iterator, Mapping

from rich.console import Group
from rich.text import Text

from application.exports.match_document import Steps
from application.views.hours import total
from application.views.request import LineView, RequestView
from service.cli.frame.hour_rows import Named, labelled, month_rows
from service.cli.frame.step_commands import no_commands
from service.cli.show import agreement, reasons
from service.cli.show.worked_hours import line_and_talent, worked_rows
from wording import amounts, explain, labels
from wording.words import Words


def request_page(view: RequestView, words: Words, *, steps: Steps = no_commands) -> Group:
    """The request, then each of its lines."""
    request, lang = view.request, words.lang
    id_ = words("page_request_value", request_id=request.request_id, revision=request.revision)
    facts = {
        "page_request": id_,
        "page_status": labels.request_status(request.status, lang),
        "page_municipality": amounts.places(words.reader, request.municipalities),
        "page_theme": request.theme,
        "page_nature": labels.nature(request.nature, lang),
        "page_urgency": labels.urgency(request.urgency, lang),
        "page_pm_in_place": labels.yes_no(request.pm_in_place, lang),
        "page_vendors": amounts.dotted(words.reader, request.vendors),
        "page_owner": request.owner,
        "page_operator": request.operator,
    }
    parts = [
        Text(labels.titled(request.title, lang, sample=request.sample), style="bold"),
        *labelled((words(code), value) for code, value in facts.items()),
    ]
    for line in view.lines:
        parts += [Text(""), *_line(line, words)]
        if line.unmet:
            parts += reasons.of_unmet(line.unmet, words, steps)
    if view.worked_on_gone_lines:
        rows = worked_rows(view.worked_on_gone_lines, line_and_talent, words)
        parts += [Text(""), *month_rows(rows, words)]
    return Group(*parts)


def _line(view: LineView, words: Words) -> Iterator[Text]:
    line, lang = view.line, words.lang
    skills = skills_text(line.skills, words)
    yield Text(
        f"{view.line_id}　{labels.role(line.role, lang)}　{skills}".rstrip("　"), style="bold"
    )
    terms = words(
        "line_terms",
        people=line.people,
        minimum=line.minimum_percent,
        on_site=line.on_site_percent,
    )
    yield Text(f"  {terms}{words('line_exclusive') if line.exclusive else ''}")
    yield from month_rows(list(_rows(view, words)), words)
    for each in view.live:
        why = view.whys.get(each.match.talent_id)
        reason = explain.why(words, why) if why else ""
        yield Text(f"  {each.match.match_id}　{reason}".rstrip("　"))


def _rows(view: LineView, words: Words) -> Iterator[Named]:
    yield words("figure_asked"), view.asked
    if view.outside:
        yield words("figure_outside"), view.outside.hours
    yield from worked_rows(view.worked, lambda each: each.talent_id, words)
    for each in view.live:
        if each.ahead:
            yield f"{each.match.talent_id} {agreement.state(each.match, words)}", each.ahead
    if total(view.served):
        yield words("figure_served"), view.served
    if view.unmet:
        yield f"△ {words('figure_unmet')}", view.unmet.by_month


def skills_text(skills: Mapping[str, int], words: Words) -> str:
    """`業務改革レベル3・データ活用レベル2`."""
    told = [words("skill_at", name=name, level=at) for name, at in sorted(skills.items())]
    return amounts.dotted(words.reader, told)
