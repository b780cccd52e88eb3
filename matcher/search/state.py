"""The state of a search: a plan in arrays, and the log by which every move is undone."""

from typing import NamedTuple

import numpy as np

from matcher.arrays.arrays import I32, I64, NONE, Arrays

#: Changes between two marks, at most; a step of the search stops adding at half of them.
LOG = 1 << 15


class State(NamedTuple):
    """Who works how much where. Only moves.py writes here."""

    hours: I32  #: [pair, month]
    months: I32  #: [pair] in how many months it works; 0: not assigned
    free: I32  #: [talent, month] quarters left
    left: I32  #: [line, month] quarters still asked
    served: I32  #: [line] quarters, pins aside
    people: I32  #: [line] how many, pins aside
    seat: I32  #: [seat] pair; those of a line stand first
    jobs: I32  #: [talent] how many, pins aside
    job: I32  #: [place of the talent's pairs] pair; those assigned stand first
    visits: I32  #: [group, month] assignments
    places: I32  #: [talent, month] places
    busy: I32  #: [talent, month] assignments
    alone: I32  #: [talent, month] exclusive assignments
    fill: I32  #: [place] quarters
    led: I32  #: [request] PM lines started
    guided: I32  #: [request] producer lines started
    under: I32  #: [request] PM and engineer lines started
    worked: I32  #: [talent] quarters, pins aside
    score: I64  #: [0] points
    log: I32  #: [0] length of the log
    log_pair: I32
    log_hours: I32  #: [entry, month] what the pair had before
    scratch: I32  #: [month] a row of hours that an insertion works on
    touched: I32  #: [line] 1: changed since `best` was copied
    touched_list: I32
    touched_count: I32
    best_seat: I32
    best_hours: I32  #: [seat, month]
    best_score: I64


def fresh(arrays: Arrays) -> State:
    """The pins alone."""
    pairs, months = arrays.overhead.shape
    lines, seats = len(arrays.place), int(arrays.seats[-1])
    return State(
        hours=_zeros(pairs, months),
        months=_zeros(pairs),
        free=arrays.free.copy(),
        left=arrays.asked.copy(),
        served=_zeros(lines),
        people=_zeros(lines),
        seat=np.full(seats, NONE, np.int32),
        jobs=_zeros(len(arrays.at_once)),
        job=np.full(pairs, NONE, np.int32),
        visits=arrays.visits0.copy(),
        places=arrays.places0.copy(),
        busy=arrays.busy0.copy(),
        alone=arrays.alone0.copy(),
        fill=arrays.fill0.copy(),
        led=arrays.led0.copy(),
        guided=arrays.guided0.copy(),
        under=arrays.under0.copy(),
        worked=_zeros(len(arrays.at_once)),
        score=np.array([arrays.score0], np.int64),
        log=_zeros(1),
        log_pair=_zeros(LOG),
        log_hours=_zeros(LOG, months),
        scratch=_zeros(months),
        touched=_zeros(lines),
        touched_list=_zeros(lines),
        touched_count=_zeros(1),
        best_seat=np.full(seats, NONE, np.int32),
        best_hours=_zeros(seats, months),
        best_score=np.array([arrays.score0], np.int64),
    )


def _zeros(*shape: int) -> I32:
    return np.zeros(shape, np.int32)
