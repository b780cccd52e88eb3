"""The points of a plan, term by term."""

from models.frozen import Frozen


class Terms(Frozen):
    """The objective, term by term, in points. Their sum is the score."""

    served: int = 0
    coverage: int = 0
    stability: int = 0
    fit: int = 0
    producer: int = 0
    balance: int = 0  #: never above 0: a cost

    @property
    def score(self) -> int:
        return (
            self.served + self.coverage + self.stability + self.fit + self.producer + self.balance
        )
