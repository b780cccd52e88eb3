"""What made a plan change, in English: a clause after "because" each."""

from collections.abc import Iterable

from models.plan_triggers import Trigger, TriggerKind

#: {} is the ids.
_WORDS: dict[TriggerKind, str] = {
    TriggerKind.REQUEST_POSTED: "request{} came in",
    TriggerKind.REQUEST_AMENDED: "request{} changed",
    TriggerKind.REQUEST_WITHDRAWN: "request{} was withdrawn",
    TriggerKind.TALENT_JOINED: "talent{} joined",
    TriggerKind.HOURS_CHANGED: "the hours of talent{} changed",
    TriggerKind.TALENT_AMENDED: "what is known of talent{} changed",
    TriggerKind.TALENT_LEFT: "talent{} left",
    TriggerKind.DECLINED: "{} was declined or cancelled",
    TriggerKind.AGREED: "{} was agreed or fixed",
    TriggerKind.RELEASED: "{} is open again",
    TriggerKind.SETTINGS: "the pool's settings changed",
    TriggerKind.MONTH_TURNED: "the month turned",
    TriggerKind.DAY_TURNED: "fewer days of the month are left",
    TriggerKind.IMPROVED: "a better plan was found",
}


def triggers(some: Iterable[Trigger]) -> list[str]:
    """Each as a clause with the ids it is about; of many the first."""
    return [_trigger(each) for each in some]


def _trigger(trigger: Trigger) -> str:
    rest = trigger.count - len(trigger.ids)
    names = ", ".join(trigger.ids) + (f" and {rest} more" if rest > 0 else "")
    words = _WORDS[trigger.kind]
    return words.format(f" {names}" if names and not words.startswith("{}") else names)
