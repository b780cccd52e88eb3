"""Pairs barred by declines: what is not offered again, each reason with its exact effect."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from matcher.problem import Bar, Line
from models.entities import Talent
from models.ids import LineId, TalentId
from models.match import Decline, DeclineReason
from models.months import Month


def barred_pairs(
    declines: Iterable[Decline],
    asked: Mapping[LineId, Line],
    talents: Mapping[TalentId, Talent],
    months: Sequence[Month],
) -> Iterator[Bar]:
    """The pairs that are not offered, of the lines and talents that are there."""
    for decline in declines:
        talent = talents.get(decline.talent_id)
        if talent is None:
            continue
        if decline.reason is DeclineReason.HOURS and _has_more(talent, decline):
            continue
        barred = decline.months
        if decline.since and not (barred := tuple(m for m in months if m >= decline.since)):
            continue
        for line_id, line in asked.items():
            if decline.bars(line_id, line.municipalities):
                yield Bar(line_id=line_id, talent_id=decline.talent_id, months=barred)


def _has_more(talent: Talent, decline: Decline) -> bool:
    """Whether the talent has more hours than then, over the months of the declined match."""
    if decline.hours:
        return sum(map(talent.free, decline.hours)) > sum(decline.free.values())
    # Declined before the hours of the match were kept: all months count.
    return sum(talent.capacity.values()) > sum(decline.capacity.values())
