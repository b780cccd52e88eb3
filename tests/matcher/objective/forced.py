"""A model on which the plan is forced: what is the term worth then?"""

from typing import Any

from matcher.mip.mip_model import MipModel
from tests.matcher.make_problem import MATSUMOTO, UEDA, line

LINES = [line("R1/1", asks=20, value=130), line("R2/1", asks=10, municipalities=(MATSUMOTO, UEDA))]


def forced(of: Any, *assignments: Any) -> Any:
    mip = MipModel(of)
    made = {a.pair: a.hours for a in assignments}
    assert made.keys() <= {(option.line.line_id, option.talent.talent_id) for option in mip.options}
    for option in mip.options:
        pair = option.line.line_id, option.talent.talent_id
        mip.fix(*pair, made.get(pair, {}))
    return mip
