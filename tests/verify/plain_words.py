"""Who may work where and what they have, once more, from the sentences of docs/rules.md alone."""

from matcher.problem import Line, Problem, ProblemTalent


def place(line: Line) -> frozenset[str]:
    """A municipality, or those of a joint request together."""
    return frozenset(line.municipalities)


def employed(talent: ProblemTalent, month: str) -> bool:
    """Under contract in the month; a fiscal-year appointment in its first fiscal year only."""
    if not talent.contract_from <= month <= talent.contract_until:
        return False
    return talent.form != "fiscal_year" or _year(month) == _year(talent.contract_from)


def has(talent: ProblemTalent, month: str) -> int:
    """Quarters for lines: capacity less overhead; none outside the contract."""
    hours = talent.capacity.get(month, 0) - talent.overhead  # type: ignore[call-overload]
    return hours if employed(talent, month) and hours > 0 else 0


def quarters_lost(problem: Problem, pair: tuple[str, str], month: str) -> int:
    """Overhead of the pair in a month in which it works."""
    return sum(
        own.overhead.get(month, 0)  # type: ignore[call-overload]
        for own in problem.pairs
        if (own.line_id, own.talent_id) == pair
    )


def may_work(problem: Problem, line: Line, talent: ProblemTalent, month: str) -> bool:
    """eligible, nature, contract, training, conflict; of a pair that is not pinned."""
    trained = talent.trained_from or "9999-12"
    barred = [
        bar
        for bar in problem.bars
        if (bar.line_id, bar.talent_id) == (line.line_id, talent.talent_id)
        and (not bar.months or month in bar.months)
    ]
    return (
        line.role in talent.roles
        and all(talent.skills.get(skill, 0) >= level for skill, level in line.skills.items())
        and not any(code in talent.excluded for code in line.municipalities)
        and (talent.form not in problem.natures or line.nature in problem.natures[talent.form])
        and (talent.employer is None or talent.employer not in line.vendors)
        and (not problem.training_required or trained <= month)
        and employed(talent, month)
        and not barred
    )


def _year(month: str) -> int:
    """The fiscal year, April to March."""
    return int(month[:4]) if month[5:] >= "04" else int(month[:4]) - 1
