"""pinned: what people agreed on stands."""

from matcher.mip.mip_model import MipModel


def pinned(mip: MipModel) -> None:
    """Hard: a pinned assignment keeps its talent and exactly its hours in every month.

    A pin of no hours keeps the pair apart. Pins are exempt from every other rule but capacity and
    demand, and count toward the limits of all others.
    """
    for pin in mip.problem.pins:
        mip.fix(pin.line_id, pin.talent_id, pin.hours)
