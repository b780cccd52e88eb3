"""A filter of events as it stands in an address: `?f=kind&op=contains&v=declined&f=pool&…`."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from application.event_filter import Condition, EventFilter, How, Over
from models.phrase import Phrase
from web.frame.form_errors import FormErrors

#: So many conditions stand in one filter.
MOST = 6


@dataclass(frozen=True, slots=True)
class Typed:
    """One line of the form, as it was typed."""

    over: str = Over.KIND
    how: str = How.CONTAINS
    value: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for."""

    typed: Sequence[Typed]
    wanted: EventFilter
    errors: FormErrors

    @property
    def query(self) -> str:
        """The same filter in an address; empty where nothing is asked for."""
        return urlencode([pair for each in self.typed for pair in _pairs(each)])


def asked(query: QueryParams) -> Asked:
    """The lines that have a value; one that no form of ours has is said to be wrong."""
    errors = FormErrors()
    rows = zip(query.getlist("f"), query.getlist("op"), query.getlist("v"), strict=False)
    typed = [Typed(over, how, value.strip()) for over, how, value in rows if value.strip()]
    conditions = []
    for each in typed[:MOST]:
        try:
            conditions.append(Condition(Over(each.over), How(each.how), each.value[:200]))
        except ValueError:
            errors.add("", Phrase.of("web_ops_filter_unknown", text=f"{each.over} {each.how}"))
    if len(typed) > MOST:
        errors.add("", Phrase.of("web_ops_filter_long", most=MOST))
    return Asked(typed[:MOST], EventFilter(conditions=tuple(conditions)), errors)


def _pairs(each: Typed) -> list[tuple[str, str]]:
    return [("f", each.over), ("op", each.how), ("v", each.value)]
