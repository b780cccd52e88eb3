"""Changes of state that a plan brings to a pool's matches, and its ledger of hours."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import NAMESPACE_URL, uuid5

from matcher.building.pin_capacity import ahead, beyond
from matcher.building.problem_builder import Built
from matcher.eligibility.eligibility import losses
from matcher.plan import Plan
from matcher.planning.contradictions import Contradictions
from matcher.ports import LedgerRow, Snapshot
from matcher.problem import Assignment, PairTerms
from models.ids import LineId, MatchId, request_of
from models.match import Match, MatchState
from models.terms import Terms, terms_of

Change = tuple[Match | None, Match]


def match_changes(snapshot: Snapshot, built: Built, plan: Plan) -> Iterator[Change]:
    """Each match that the plan makes, changes or ends: before (None where new) and after.

    Pinned matches stay as they are; one appears only where what speaks against it is not what it
    was. The same plan of the same version gives the same changes.
    """
    at_once = snapshot.settings.release_at_once
    kept = set()
    for assignment in plan.assignments:
        pair = assignment.pair
        if pair in built.pinned:
            continue
        before = built.loose.get(pair)
        kept.add(pair)
        if before is None:
            yield None, _new(snapshot, assignment, at_once=at_once)
        elif after := _kept(before, assignment, built, at_once=at_once):
            yield before, after
    for pair, before in built.loose.items():
        if pair not in kept:
            yield before, _ended(before, unfit=pair in built.unfit or _fails(before, built))
    yield from _contradicted(built, plan)


def _contradicted(built: Built, plan: Plan) -> Iterator[Change]:
    """Agreements that the facts speak against, or no longer do: flagged, and kept."""
    if not built.pinned:
        return
    contradictions = Contradictions(built.problem, plan.assignments)
    for pin in built.problem.pins:
        before = built.pinned[pin.pair]
        codes = contradictions.of(pin) if pin.total else ()
        if codes != before.contradictions:
            reason = "contradicted" if codes else "not_contradicted"
            yield before, before.becomes(before.state, reason, contradictions=codes)


def _fails(match: Match, built: Built) -> bool:
    """Whether it was agreed, and its talent cannot serve the line under its new terms."""
    if not match.asked_again:
        return False
    line = next((n for n in built.problem.lines if n.line_id == match.line_id), None)
    talent = next((t for t in built.problem.talents if t.talent_id == match.talent_id), None)
    return line is None or talent is None or bool(losses(built.problem, line, talent))


def ledger(snapshot: Snapshot, plan: Plan, pairs: Iterable[PairTerms] = ()) -> Iterator[LedgerRow]:
    """Used and free quarters of every talent in every month of the plan.

    Used are the hours, and the overhead of the problem's `pairs` in the months worked.
    """
    overhead = {(pair.line_id, pair.talent_id): pair.overhead for pair in pairs}
    used: defaultdict[tuple[str, str], int] = defaultdict(int)
    for assignment in plan.assignments:
        for month, amount in assignment.hours.items():
            lost = overhead.get(assignment.pair, {}).get(month, 0)
            used[assignment.talent_id, month] += amount + lost
    for talent in snapshot.talents:
        for month in plan.months:
            yield LedgerRow(
                talent_id=talent.talent_id,
                month=month,
                used=used[talent.talent_id, month],
                capacity=talent.free(month),
            )


def _new(snapshot: Snapshot, assignment: Assignment, *, at_once: bool) -> Match:
    # The version is part of the name: a pair that comes again after a decline is another match,
    # the same plan committed twice is the same match.
    name = f"{snapshot.pool_id}/{assignment.line_id}/{assignment.talent_id}/{snapshot.version}"
    return Match(
        pool_id=snapshot.pool_id,
        match_id=MatchId(f"M-{uuid5(NAMESPACE_URL, name).hex[:16]}"),
        line_id=assignment.line_id,
        talent_id=assignment.talent_id,
        hours=assignment.hours,
        state=MatchState.PROPOSED if at_once else MatchState.DRAFTED,
        reason="planned",
        terms=_terms(snapshot, assignment.line_id),
    )


def _terms(snapshot: Snapshot, line: LineId) -> Terms | None:
    of_line = (r for r in snapshot.requests if r.request_id == request_of(line))
    return next((terms_of(request, line) for request in of_line), None)


def _kept(before: Match, assignment: Assignment, built: Built, *, at_once: bool) -> Match | None:
    past = {p: h for p, h in before.hours.items() if p < built.problem.months[0]}
    hours = past | assignment.hours | beyond(before, built.problem.months)
    if assignment.pair in built.unfit:
        state = MatchState.PROPOSED if before.agreed else before.state
        return before.becomes(
            state, "no_longer_fits", hours=hours, fixed_by_hand=False, accepted_by=()
        )
    state = MatchState.PROPOSED if at_once else before.state
    if ahead(before, built.problem.months) != assignment.hours:
        return before.becomes(state, "hours_replanned", hours=hours)
    return before.becomes(state, "released") if state is not before.state else None


def _ended(before: Match, *, unfit: bool) -> Match:
    if unfit:
        return before.becomes(MatchState.CANCELLED, "no_longer_fits")
    return before.becomes(MatchState.WITHDRAWN, "replanned")
