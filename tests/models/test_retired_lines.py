"""A number of a demand line stands for one line for ever, whatever is removed and added."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.entities import Request
from models.retired_lines import digest, next_number, reused, succeeding
from tests import make

lines = st.builds(
    make.line,
    st.integers(1, 4),
    hours=st.sampled_from([make.hours(8), make.hours(16), make.hours(8, make.MONTHS[1:3])]),
)
revisions = st.lists(
    st.lists(lines, min_size=1, max_size=4, unique_by=lambda line: line.line), max_size=10
)


@given(revisions=revisions)
def test_a_number_is_never_that_of_two_lines_after_one_was_removed(revisions: Any) -> None:
    request = make.request("R-1", make.line(1))
    removed = dict[int, str]()
    for each in revisions:
        stated = make.request("R-1", *each, revision=request.revision + 1)
        taken = reused(request, stated)
        assert set(taken) == {
            n.line for n in each if n.line in removed and removed[n.line] != digest(n)
        }
        if taken:
            continue
        after = succeeding(request, stated)
        present = {line.line for line in after.lines}
        removed |= {n.line: digest(n) for n in request.lines}
        removed = {n: what for n, what in removed.items() if n not in present}
        assert after.retired == removed
        assert next_number(after) not in present | set(removed)
        assert Request.model_validate_json(after.model_dump_json()) == after
        request = after


def test_a_line_that_comes_back_as_it_was_is_the_same_line() -> None:
    two = make.request("R-1", make.line(1), make.line(2))
    one = succeeding(two, make.request("R-1", make.line(1), revision=2))

    back = make.request("R-1", make.line(1), make.line(2), revision=3)
    other = make.request("R-1", make.line(1), make.line(2, skills={"AI": 5}), revision=3)

    assert (reused(one, back), reused(one, other)) == ((), (2,))
    assert succeeding(one, back).retired == {}


def test_a_request_of_before_numbers_were_kept_is_still_read() -> None:
    old = make.request().model_dump_json(exclude={"retired"})

    assert Request.model_validate_json(old) == make.request()
