"""What was posted, in words."""

from models.entities import DemandLine, Request, Talent
from wording import Words, amounts, labels


def request_text(request: Request, words: Words) -> list[str]:
    """A request line by line."""
    lang = words.lang
    title = labels.titled(request.title, lang, sample=request.sample)
    lines = [f"{amounts.places(words.reader, request.municipalities)}　{title}"]
    lines += [_line_text(line, words) for line in request.lines]
    if request.vendors:
        lines.append(words("vendors_of_request", vendors=request.vendors))
    return lines


def _line_text(line: DemandLine, words: Words) -> str:
    text = words(
        "line_posted",
        line=line.line,
        role=line.role.value,
        hours=sum(line.hours.values()),
        months=amounts.by_month(words.reader, line.hours),
    )
    text += words("posted_exclusive") if line.exclusive else ""
    if line.on_site_percent:
        text += words("posted_on_site", percent=line.on_site_percent)
    return text


def talent_text(talent: Talent, words: Words) -> list[str]:
    """A talent: what they are, until when, and how many hours they have."""
    lang = words.lang
    roles = amounts.dotted(
        words.reader, [labels.role(role, lang, short=True) for role in talent.roles]
    )
    form = labels.form(talent.form, lang)
    term = f"{talent.contract_from}–{talent.contract_until}"
    base = f"　{words.reader.places.name(talent.base)}" if talent.base else ""
    months = amounts.by_month(words.reader, talent.capacity)
    lines = [
        f"{labels.titled(roles, lang, sample=talent.sample)}　{form}　{term}{base}",
        words("capacity_of_talent", months=months) if months else words("talent_without_capacity"),
    ]
    if talent.employer:
        lines.append(words("employer_of_talent", employer=talent.employer))
    if trained := training_text(talent, words):
        lines.append(words("training_of_talent", training=trained))
    return lines


def training_text(talent: Talent, words: Words) -> str:
    """Since when a talent may be placed, or why without the training; empty where neither."""
    if talent.training_waiver:
        reason = labels.training_waiver(talent.training_waiver, words.lang)
        return words("training_waived", reason=reason if words.lang == "ja" else reason.lower())
    if talent.trained_from:
        return words("training_done", month=talent.trained_from)
    return ""
