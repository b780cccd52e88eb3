"""A rule waived for a pair: what stands between them, but for a conflict of interest, forgotten."""

from collections.abc import Iterator
from dataclasses import replace

from matcher.ports import Snapshot
from matcher.whatif.known import no_line, the_request, the_talent, with_talent
from matcher.whatif.scenario import Waive
from models.entities import Talent, TrainingWaiver
from models.errors import Mistake
from models.ids import LineId
from models.match import Decline, DeclineReason


def waived(snapshot: Snapshot, change: Waive) -> Snapshot:
    """The pool with what stands between a talent and a request forgotten."""
    talent = the_talent(snapshot, change.talent_id)
    request = the_request(snapshot, change.request_id)
    places = set(request.municipalities)
    lines = {line.line for line in request.lines}
    if change.line is not None and change.line not in lines:
        raise no_line(request, change.line)
    chosen = {request.line_id(n) for n in lines if change.line in (None, n)}
    open_now = talent.model_copy(
        update={"excluded": tuple(code for code in talent.excluded if code not in places)}
    )
    if lacks_training(snapshot, talent):
        open_now = open_now.model_copy(update={"training_waiver": TrainingWaiver.URGENT})
    kept = tuple(
        each
        for decline in snapshot.declines
        for each in (
            _forgotten(snapshot, decline, chosen)
            if decline.talent_id == talent.talent_id
            else (decline,)
        )
    )
    if kept == snapshot.declines and open_now == talent:
        raise Mistake(
            "whatif_nothing_between", talent_id=talent.talent_id, request_id=request.request_id
        )
    return with_talent(replace(snapshot, declines=kept), open_now)


def lacks_training(snapshot: Snapshot, talent: Talent) -> bool:
    """Whether the pool requires a training that the talent has neither done nor been spared."""
    return (
        snapshot.settings.training_required
        and talent.training_waiver is None
        and (talent.trained_from is None or talent.trained_from > talent.contract_from)
    )


def _forgotten(snapshot: Snapshot, decline: Decline, lines: set[LineId]) -> Iterator[Decline]:
    """What is left of a decline: for a whole municipality, the same for each of its other lines."""
    if decline.reason is not DeclineReason.THIS_MUNICIPALITY:
        if decline.line_id not in lines:
            yield decline
        return
    barred = [
        request.line_id(line.line)
        for request in snapshot.requests
        if set(request.municipalities) & set(decline.municipalities)
        for line in request.lines
    ]
    if not lines & set(barred):
        yield decline
        return
    for line_id in barred:
        if line_id not in lines:
            yield decline.model_copy(update={"line_id": line_id, "reason": DeclineReason.THIS_LINE})
