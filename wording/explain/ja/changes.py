"""What moved between two plans, and because of what, in Japanese."""

from collections.abc import Iterable, Sequence

from matcher.planning.changes import Changes, Kind
from models.plan_triggers import PlanNews, Trigger
from wording.explain.ja.triggers import triggers

_NAMES = {Kind.NEW: "新規", Kind.GONE: "終了", Kind.MOVED: "交代", Kind.HOURS: "時間の変更"}


def summary(found: Changes, because: Iterable[Trigger] = ()) -> str:
    """`120件中3件の割当が変わりました（交代2件、時間の変更1件）：…のため。`"""
    causes = triggers(because)
    if not found.changes:
        after = f"{'、'.join(causes)}がありましたが、" if causes else ""
        return f"{after}{found.total:,}件の割当に変わりはありません。"
    parts = "、".join(f"{_NAMES[kind]}{count}件" for kind, count in found.counts)
    return f"{_changed(len(found.changes), found.total)}（{parts}）{_why(causes)}。"


def news(said: PlanNews) -> str:
    """The same of news alone, where the single changes are told beside it."""
    return f"{_changed(said.changed, said.total)}{_why(triggers(said.triggers))}。"


def _changed(changed: int, total: int) -> str:
    return f"{total:,}件中{changed:,}件の割当が変わりました"


def _why(causes: Sequence[str]) -> str:
    return f"：{'、'.join(causes)}のため" if causes else ""
