"""A talent as people read it: what matching knows, its hours by month, its matches."""

from collections.abc import Iterator

from rich.console import Group
from rich.text import Text

from application.views.hours import total
from application.views.talent import TalentView
from models.entities import Talent
from service.cli.frame.hour_rows import Named, labelled, month_rows
from service.cli.post.posted_words import training_text
from service.cli.show import agreement
from service.cli.show.request_page import skills_text
from service.cli.show.worked_hours import worked_rows
from wording import labels
from wording.amounts import dotted
from wording.words import Words


def talent_page(view: TalentView, words: Words) -> Group:
    """The talent, then its months."""
    talent, person, lang = view.talent, view.person, words.lang
    heading = labels.titled(talent.talent_id, lang, sample=talent.sample)
    place = words.reader.places.name
    at_once = talent.municipalities_at_once
    facts = {
        "page_status": labels.talent_status(talent.status, lang),
        "page_roles": dotted(words.reader, [labels.role(role, lang) for role in talent.roles]),
        "page_skills": skills_text(talent.skills, words),
        "page_form": labels.form(talent.form, lang),
        "page_contract": _contract(talent, words),
        "page_training": training_text(talent, words) or words("page_no_training"),
        "page_employer": talent.employer or "",
        "page_base": place(talent.base) if talent.base else "",
        "page_remote": labels.yes_no(talent.remote, lang),
        "page_at_once": words("page_at_once_value", count=at_once),
        "page_excluded": dotted(words.reader, list(map(place, talent.excluded))),
        "page_mail": person.mail if person else "",
    }
    return Group(
        Text(f"{heading}　{person.name}" if person else heading, style="bold"),
        *labelled((words(code), value or "") for code, value in facts.items()),
        Text(""),
        *month_rows(list(_rows(view, words)), words),
    )


def _rows(view: TalentView, words: Words) -> Iterator[Named]:
    hours = view.hours
    yield words("figure_available"), hours.available
    yield words("figure_assigned"), hours.assigned
    if total(hours.travel):  # where nobody is on the way, what is used is what is assigned
        yield words("figure_travel"), hours.travel
        yield words("figure_used"), hours.used
    yield words("figure_free"), hours.free
    yield from worked_rows(view.worked, lambda each: each.line_id, words)
    for each in view.live:
        if each.ahead:
            yield f"{each.match.line_id} {agreement.state(each.match, words)}", each.ahead


def _contract(talent: Talent, words: Words) -> str:
    first, until, last = talent.contract_from, talent.contract_until, talent.last_month
    if last == until:
        return f"{first}–{until}"
    return words("contract_renewable", first=first, until=until, last=last)
