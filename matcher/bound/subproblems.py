"""All subproblems of the relaxation: their bound at these prices, and its subgradient."""

import math
from typing import NamedTuple

import numpy as np

from matcher.arrays.arrays import F32, F64, NONE, Arrays, Prices
from matcher.arrays.numba_compiler import compiled
from matcher.bound.line_subproblem import line_value, work_out
from matcher.bound.workspace import Workspace


class Slack(NamedTuple):
    """What is left of everything scarce if every line does what is best for it; may be below 0."""

    hour: F64  #: [talent, month]
    visit: F64
    tier: F64  #: [place] quarters worked
    lead: F64  #: [line] of an engineer: PM lines started, less itself
    load: F64  #: [talent] quarters below what is fair
    cover: F64  #: [line] under a producer: producer lines started, less itself
    started: F64  #: [line]


def new_slack(arrays: Arrays) -> Slack:
    """Buffers for the answer."""
    return Slack(
        np.zeros(arrays.free.shape),
        np.zeros(arrays.free.shape),
        np.zeros(arrays.tier.shape),
        np.zeros(arrays.place.shape),
        np.zeros(arrays.at_once.shape),
        np.zeros(arrays.place.shape),
        np.zeros(arrays.place.shape),
    )


class Crowds(NamedTuple):
    """Who pays for a visit, where a talent may work on several lines of a place."""

    usual: F32  #: [pair, month] how much it has worked in the steps so far
    total: F64  #: [group, month]
    part: F32  #: [pair, month] of a visit that it pays; all of a talent's at a place sum to one


def new_crowds(arrays: Arrays) -> Crowds:
    """Everybody pays the same."""
    crowds = Crowds(
        np.zeros(arrays.overhead.shape, np.float32),
        np.zeros(arrays.visits0.shape),
        np.zeros(arrays.overhead.shape, np.float32),
    )
    share_out(arrays, crowds, 1.0)
    return crowds


@compiled
def share_out(a: Arrays, crowds: Crowds, little: float) -> None:
    """Let those who usually work pay more; nobody pays where a pin has paid.

    An exclusive line pays for all places of the talent, for it leaves none.

    Any parts make a true bound, these make a low one. They sum to a little less than one, so that
    rounding does no harm.
    """
    for group in range(crowds.total.shape[0]):
        for month in range(crowds.total.shape[1]):
            crowds.total[group, month] = 0.0
    for pair in range(len(a.line)):
        line = a.line[pair]
        for month in range(a.begin[line], a.end[line]):
            if a.most[pair, month] > 0 and not a.exclusive[line]:
                crowds.total[a.group[pair], month] += crowds.usual[pair, month] + little
    for pair in range(len(a.line)):
        line, talent = a.line[pair], a.talent[pair]
        for month in range(a.begin[line], a.end[line]):
            if a.most[pair, month] <= 0 or a.visits0[a.group[pair], month] > 0:
                continue
            part = float(max(0, a.at_once[talent] - a.places0[talent, month]))
            if not a.exclusive[line]:
                part = (crowds.usual[pair, month] + little) / crowds.total[a.group[pair], month]
            crowds.part[pair, month] = part * (1.0 - 1e-6)


def visits_left(arrays: Arrays) -> F64:
    """[talent, month] places that may join those of the pins."""
    left: F64 = np.maximum(0.0, arrays.at_once[:, None] - arrays.places0.astype(np.float64))
    return left


@compiled
def relax(
    a: Arrays,
    prices: Prices,
    lead: F64,
    cover: F64,
    crowds: Crowds,
    weight: float,
    visits: F64,
    work: Workspace,
    slack: Slack,
) -> float:
    """Points no plan exceeds, at these prices; fills `slack`.

    Who works is remembered in `crowds`, with a weight.
    """
    bound = float(a.score0)
    for talent in range(a.free.shape[0]):
        for month in range(a.free.shape[1]):
            slack.hour[talent, month] = a.free[talent, month]
            slack.visit[talent, month] = visits[talent, month]
            bound += prices.hour[talent, month] * a.free[talent, month]
            bound += prices.visit[talent, month] * visits[talent, month]
        # What pins have cost above what is fair is in score0 and paid for by the price of the load.
        slack.load[talent] = a.fair[talent]
        bound += prices.load[talent] * a.fair[talent] + a.balance * max(0, -a.fair[talent])
    for place in range(len(a.tier)):
        slack.tier[place] = a.fill0[place]
        bound += (a.coverage - prices.tier[place]) * a.tier[place]
        bound += prices.tier[place] * a.fill0[place]
        bound -= a.coverage * min(a.fill0[place], a.tier[place])
    for line in range(len(a.place)):
        slack.started[line] = 0.0
        if a.pairs[line] == a.pairs[line + 1]:
            continue
        value, one, two = line_value(a, prices, crowds.part, work, line)
        value += _led(a, lead, line) + _covered(a, cover, line)
        if value > 0 and one != NONE:
            bound += value
            slack.started[line] = 1.0
            _use(a, crowds, weight, work, slack, line, one, two, prices)
    for request in range(len(a.guided0)):
        if a.guided0[request] == 0 and a.guide_at[request] < a.guide_at[request + 1]:
            bound += a.producer * a.under0[request]
    _leads(a, slack)
    return bound


@compiled
def _led(a: Arrays, lead: F64, line: int) -> float:
    """What the line pays for its PM, or is paid by those it leads."""
    value = 0.0
    if a.needs[line] != NONE and a.led0[a.needs[line]] == 0:
        value -= lead[line]
    request = a.leads[line]
    if request != NONE and a.led0[request] == 0:
        for at in range(a.follower_at[request], a.follower_at[request + 1]):
            value += lead[a.followers[at]]
    return value


@compiled
def _covered(a: Arrays, cover: F64, line: int) -> float:
    """What the line earns beside a producer: shared between the two as `cover` says."""
    value, request = 0.0, a.guided[line]
    if request != NONE:
        value += a.producer - (cover[line] if a.guided0[request] == 0 else 0.0)
    request = a.guides[line]
    if request != NONE and a.guided0[request] == 0:
        for at in range(a.under_at[request], a.under_at[request + 1]):
            value += cover[a.under[at]]
    return value


@compiled
def _use(
    a: Arrays,
    crowds: Crowds,
    weight: float,
    work: Workspace,
    slack: Slack,
    line: int,
    one: int,
    two: int,
    prices: Prices,
) -> None:
    work_out(a, prices, crowds.part, work, one, two)
    for who in range(2):
        pair = one if who == 0 else two
        if pair == NONE:
            break
        talent = a.talent[pair]
        for month in range(a.begin[line], a.end[line]):
            hours = work.hours[who, month]
            if hours > 0:
                part = work.comes[who, month]
                crowds.usual[pair, month] += weight * part
                used = part * a.most[pair, month] if a.exclusive[line] else hours
                slack.hour[talent, month] -= used + part * a.overhead[pair, month]
                slack.visit[talent, month] -= part * crowds.part[pair, month]
                slack.tier[a.place[line]] += hours
                slack.load[talent] -= hours


@compiled
def _leads(a: Arrays, slack: Slack) -> None:
    for line in range(len(a.place)):
        request = a.needs[line]
        slack.lead[line] = 0.0
        if request == NONE or a.led0[request] > 0:
            continue
        slack.lead[line] = -slack.started[line]
        for at in range(a.leader_at[request], a.leader_at[request + 1]):
            slack.lead[line] += slack.started[a.leaders[at]]
    for line in range(len(a.place)):
        request = a.guided[line]
        slack.cover[line] = 0.0
        if request == NONE or a.guided0[request] > 0:
            continue
        slack.cover[line] = -slack.started[line]
        for at in range(a.guide_at[request], a.guide_at[request + 1]):
            slack.cover[line] += slack.started[a.guide[at]]


def whole(bound: float) -> int:
    """The bound as points: scores are whole, and sums of fractions are a little off."""
    return math.floor(bound + 1e-3 + 1e-10 * abs(bound))
