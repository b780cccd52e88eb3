"""Japanese on English pages says that it is Japanese."""

import pytest

from web.frame.data_language import marked


@pytest.mark.parametrize(
    ("page", "so"),
    [
        ("<p>Kochi</p>", "<p>Kochi</p>"),
        ("<p>中村 健太 (T-4)</p>", '<p><span lang="ja">中村 健太</span> (T-4)</p>'),
        ("<td>a 市 b 町</td>", '<td>a <span lang="ja">市</span> b <span lang="ja">町</span></td>'),
        ('<option value="1">高知市</option>', '<option value="1" lang="ja">高知市</option>'),
        ('<button lang="ja">日本語</button>', '<button lang="ja">日本語</button>'),
        ('<a title="高知">x</a>', '<a title="高知">x</a>'),
        ("<textarea>高知</textarea>", "<textarea>高知</textarea>"),
        ("<b>x</b> 高知 <i>y</i>", '<b>x</b> <span lang="ja">高知</span> <i>y</i>'),
    ],
)
def test_runs_of_japanese_are_marked(page: str, so: str) -> None:
    assert marked(page) == so
