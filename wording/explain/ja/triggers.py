"""What made a plan change, in Japanese: a noun each."""

from collections.abc import Iterable

from models.plan_triggers import Trigger, TriggerKind

#: {} is the ids.
_WORDS: dict[TriggerKind, str] = {
    TriggerKind.REQUEST_POSTED: "支援要請{}の登録",
    TriggerKind.REQUEST_AMENDED: "支援要請{}の変更",
    TriggerKind.REQUEST_WITHDRAWN: "支援要請{}の取下げ",
    TriggerKind.TALENT_JOINED: "人材{}の登録",
    TriggerKind.HOURS_CHANGED: "人材{}の稼働可能時間の変更",
    TriggerKind.TALENT_AMENDED: "人材{}の登録内容の変更",
    TriggerKind.TALENT_LEFT: "人材{}の離任",
    TriggerKind.DECLINED: "{}の辞退・取消",
    TriggerKind.AGREED: "{}の承諾・固定",
    TriggerKind.RELEASED: "{}の固定の解除",
    TriggerKind.SETTINGS: "プール設定の変更",
    TriggerKind.MONTH_TURNED: "月替わり",
    TriggerKind.DAY_TURNED: "今月の残り日数の減少",
    TriggerKind.IMPROVED: "よりよい案の発見",
}


def triggers(some: Iterable[Trigger]) -> list[str]:
    """Each as a noun with the ids it is about; of many the first."""
    return [_trigger(each) for each in some]


def _trigger(trigger: Trigger) -> str:
    rest = trigger.count - len(trigger.ids)
    names = "、".join(trigger.ids) + (f"ほか{rest}件" if rest > 0 else "")
    return _WORDS[trigger.kind].format(names)
