"""A batch against the state, record by record: applied, repeated, dead or waiting. No SQL here."""

from collections.abc import Callable, Sequence

from infra.store.apply_fact import apply
from infra.store.batch_state import State
from infra.store.early_decisions import EarlyDecisions
from infra.store.inbox import Inbox
from infra.store.month_turn import turn
from infra.store.record_rows import dead_letter_id
from models.envelope import Envelope
from models.errors import Early, Rejected
from models.facts import DecisionMade
from models.ingest import Dead, Ingested, Taken
from models.months import Month
from models.phrase import Phrase


class BatchApplication:
    """What a batch comes to; the state, the inbox and the waits change as it is taken."""

    def __init__(
        self, state: State, inbox: Inbox, waits: EarlyDecisions, month: Callable[[Envelope], Month]
    ) -> None:
        self._state = state
        self._month = month  #: in which a fact was stated
        self._inbox = inbox
        self._waits = waits
        self._applied: list[Taken] = []
        self._repeated: list[Taken] = []
        self._dead: list[Dead] = []

    def take(self, batch: Sequence[Taken], dead: Sequence[Dead]) -> Ingested:
        """All of it, then the decisions whose match has come with it."""
        for unreadable in dead:
            letter = dead_letter_id(unreadable.record)
            if self._inbox.seen(letter, unreadable.record) != "again":
                self._inbox.note(letter, unreadable.record, "dead")
                self._dead.append(unreadable)
        for taken in batch:
            self._take(taken)
        for line in self._waits.lines():
            while line and self._try(line[0], replayed=False):
                line.pop(0)
        return Ingested(
            applied=tuple(self._applied),
            repeated=tuple(self._repeated),
            dead=tuple(self._dead),
            waiting=tuple(self._waits.fresh()),
        )

    def _take(self, taken: Taken) -> None:
        event_id = taken.message.envelope.event_id
        seen = self._inbox.seen(event_id, taken.record)
        if seen == "again":
            self._repeated.append(taken)
        elif seen == "other":
            self._refuse_other(taken)
        # Behind those that wait for the same match already: they were decided first.
        elif self._is_behind(taken) or not self._try(taken, replayed=seen == "replayed"):
            self._wait(taken)

    def _is_behind(self, taken: Taken) -> bool:
        return isinstance(taken.message.fact, DecisionMade) and self._waits.before(taken)

    def _try(self, taken: Taken, *, replayed: bool) -> bool:
        """Apply it, or refuse it for good; False where it has come too early."""
        cause = taken.message.envelope
        event_id = cause.event_id
        turn(self._state, taken.message.fact.key, self._month(cause), cause)
        try:
            news = apply(self._state, taken.message, replayed=replayed)
        except Early:
            return False
        except Rejected as why:
            self._inbox.note(event_id, taken.record, "dead")
            self._dead.append(Dead(record=taken.record, why=why.phrase))
            return True
        self._inbox.note(event_id, taken.record, "applied" if news else "repeated")
        (self._applied if news else self._repeated).append(taken)
        return True

    def _wait(self, taken: Taken) -> None:
        self._inbox.note(taken.message.envelope.event_id, taken.record, "waiting")
        self._waits.add(taken)

    def _refuse_other(self, taken: Taken) -> None:
        """Its id belongs to another content, whose outcome stays as it was noted."""
        letter = dead_letter_id(taken.record)
        if self._inbox.seen(letter, taken.record) == "again":
            self._repeated.append(taken)
            return
        self._inbox.note(letter, taken.record, "dead")
        self._dead.append(Dead(record=taken.record, why=Phrase.of("event_id_taken")))
