"""desk (decisions) -> decisions.v1

What people answer for matches, and who is put on a line by hand: looked at before it is appended.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from models.errors import Mistake, Refused
from models.facts import DecisionMade
from models.match import Match, Verb
from models.match_decisions import decide
from producers.acknowledged import in_turn
from producers.appending import Appending
from producers.receipts import Receipt
from producers.refusals import check_both_agreed, check_repeats, check_who_answers


@dataclass(frozen=True, kw_only=True)
class Deciding(Appending):
    """Takes decisions about matches."""

    async def decide(self, decision: DecisionMade) -> Receipt:
        """A decision about a match. Mistake where the match as known now does not allow it."""
        return (await self.decide_all([decision]))[0]

    async def decide_all(self, decisions: Sequence[DecisionMade]) -> list[Receipt]:
        """Decisions about several matches, all or none."""
        check_repeats([decision.match_id for decision in decisions])
        return await in_turn(lambda: self._decided(decisions))

    async def assign(self, match: Match) -> Receipt:
        """A talent is put on a line by hand: a pin that brings along the match it is about.

        Mistake where the same was decided a moment ago.
        """

        async def assigned() -> Receipt:
            if await self._newest.match(match.pool_id, match.match_id) is not None:
                raise Mistake("assigned_already", talent_id=match.talent_id, line_id=match.line_id)
            pin = DecisionMade(
                pool_id=match.pool_id,
                match_id=match.match_id,
                verb=Verb.PIN,
                seen_revision=match.revision,
                match=match,
            )
            return (await self._append([pin]))[0]

        return await in_turn(assigned)

    async def _decided(self, decisions: Sequence[DecisionMade]) -> list[Receipt]:
        complete: list[DecisionMade] = []
        for decision in decisions:
            match = await self._newest.match(decision.pool_id, decision.match_id)
            if match is None:
                raise Mistake("no_such_match", match_id=decision.match_id)
            check_who_answers(match, decision)
            check_both_agreed(match, decision)
            try:
                decide(match, decision, self._present, await self._since(match, decision))
            except Refused as error:
                if error.phrase.code == "match_changed_since":
                    await self._refuse_stale(match, decision)
                raise Mistake(error.phrase.code, **error.phrase.params) from error
            # With what was decided about, so that it outlives a store that has lost it.
            complete.append(decision.model_copy(update={"match": match}))
        return await self._append(complete)
