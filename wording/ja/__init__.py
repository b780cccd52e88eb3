"""Messages in Japanese, by their codes."""

from wording.ja.agreements import AGREEMENTS
from wording.ja.calls import CALLS
from wording.ja.desk import DESK
from wording.ja.figures import FIGURES
from wording.ja.plan_pages import PLAN_PAGES
from wording.ja.plan_sheets import PLAN_SHEETS
from wording.ja.postings import POSTINGS
from wording.ja.show_pages import SHOW_PAGES

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
