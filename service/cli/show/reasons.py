"""Why a line is unmet, and why this person and nobody else, as people read it."""

from collections.abc import Iterator

from rich.text import Text

from application.exports.match_document import Steps
from matcher.plan import Unmet, Why
from service.cli.frame.step_commands import command_line, no_commands
from wording import explain
from wording.words import Words


def of_unmet(unmet: Unmet, words: Words, steps: Steps = no_commands) -> Iterator[Text]:
    """What is missing and why, who is left after each rule, and the changes that are enough."""
    yield Text(f"  {explain.unmet(words, unmet)}")
    if unmet.funnel:
        funnel = explain.funnel(words, unmet.funnel)
        yield Text(f"  {words('candidates_are', funnel=funnel)}")
    # The first of them ends the sentence above.
    for at, change in enumerate(unmet.enough):
        if at:
            yield Text(f"  {words('or_change', change=explain.remedy(words, change))}")
        yield from (command_line(step, 4) for step in steps(unmet, change))


def of_match(why: Why, words: Words) -> Iterator[Text]:
    """Why this person, and a sentence for each of the others, the nearest first."""
    yield Text(explain.why(words, why))
    if not why.why_not:
        return
    yield Text("")
    yield Text(words("why_not_others"), style="bold")
    for other in why.why_not:
        yield Text(f"  {explain.why_not(words, other)}")
    if (more := why.others - len(why.why_not)) > 0:
        yield Text(f"  {words('others_more', count=more)}")
