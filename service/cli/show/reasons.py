"""Why a line is unmet, and why this person and nobody else, as people read it."""

from collections.abc import Iterator

from rich.text import Text

from matcher.explain import why_not
from matcher.plan import Plan, Unmet, Why
from matcher.problem import Problem
from models.match import Match
from producers.ports import Places
from service.cli.remedies import Steps, command, no_steps
from wording import Lang, Words, explain


def of_unmet(unmet: Unmet, places: Places, lang: Lang, steps: Steps = no_steps) -> Iterator[Text]:
    """What is missing and why, who is left after each rule, and the changes that are enough."""
    words = Words(lang, places)
    yield Text(f"  {explain.unmet(words, unmet)}")
    if unmet.funnel:
        told = explain.funnel(words, unmet.funnel)
        yield Text(f"  候補：{told}" if lang == "ja" else f"  Candidates: {told}")
    # The first of them ends the sentence above.
    for at, change in enumerate(unmet.enough):
        if at:
            yield Text(f"  {'または：' if lang == 'ja' else 'Or: '}{explain.remedy(words, change)}")
        yield from (command(step, 4) for step in steps(unmet, change))


def of_match(why: Why, lang: Lang) -> Iterator[Text]:
    """Why this person, and a sentence for each of the others, the nearest first."""
    words = Words(lang)
    yield Text(explain.why(words, why))
    if not why.why_not:
        return
    yield Text("")
    yield Text("ほかの候補" if lang == "ja" else "Why not another", style="bold")
    for other in why.why_not:
        yield Text(f"  {explain.why_not(words, other)}")
    if (more := why.others - len(why.why_not)) > 0:
        yield Text(f"  ほかに{more}人" if lang == "ja" else f"  and {more} more")


def whys(problem: Problem | None, plan: Plan | None, match: Match) -> list[Why]:
    """What the plan says of the person on the line, told to the end; empty where it says nothing.

    Of a match that has ended it says nothing: the same pair may be planned anew. A plan keeps
    only the nearest others: the rest is found here, from the problem it solved.
    """
    if plan is None or not match.live:
        return []
    pair = match.line_id, match.talent_id
    answers = problem is not None and problem.version == plan.version
    if problem and answers and pair in {each.pair for each in plan.assignments}:
        return [why_not(problem, plan, *pair)]
    return [why for why in plan.why if (why.line_id, why.talent_id) == pair]
