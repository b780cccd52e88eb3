"""Messages in English, by their codes."""

from wording.en.agreements import AGREEMENTS
from wording.en.calls import CALLS
from wording.en.desk import DESK
from wording.en.figures import FIGURES
from wording.en.plan_pages import PLAN_PAGES
from wording.en.plan_sheets import PLAN_SHEETS
from wording.en.postings import POSTINGS
from wording.en.show_pages import SHOW_PAGES

MESSAGES: dict[str, str] = {
    **CALLS,
    **DESK,
    **POSTINGS,
    **FIGURES,
    **PLAN_PAGES,
    **PLAN_SHEETS,
    **AGREEMENTS,
    **SHOW_PAGES,
}
