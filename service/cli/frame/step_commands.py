"""Steps as `talentpool` commands: copied one after the other, they make the change."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.text import Text

from application.ports import Reads
from application.queries.remedy_steps import steps_of
from application.views.steps import (
    AddTalent,
    ChangeRequest,
    ChangeSettings,
    ChangeTalent,
    LiftDecline,
    PinMatch,
    ResumeMatch,
    Step,
    Value,
    WithdrawRequest,
    spans,
)
from matcher.plan import Enough, Unmet
from models.entities import Form
from models.hours import decimal
from models.ids import PoolId
from models.months import Month
from service.cli.frame.call_options import CallOptions

#: The commands of a change that would be enough for a line.
Commands = Callable[[Unmet, Enough], Sequence[str]]


def step_command(step: Step, call: CallOptions) -> str:
    """The command of a step, on the data of this call."""
    return call.command(*_words(step), "--pool", step.pool_id)


async def commands_of(reads: Reads, pool_id: PoolId, call: CallOptions) -> Commands:
    """The commands of what would be enough for the lines of a pool as it is now."""
    steps = await steps_of(reads, pool_id)
    return lambda unmet, change: [step_command(step, call) for step in steps(unmet, change)]


def no_commands(unmet: Unmet, change: Enough) -> Sequence[str]:
    """Where no service stands behind what is shown, no command changes anything."""
    return ()


def command_line(command: str, indent: int) -> Text:
    """A command on a line of its own, whole however narrow the terminal: it is to be copied."""
    return Text(f"{' ' * indent}{command}", style="dim", no_wrap=True, overflow="ignore")


def _words(step: Step) -> Iterator[str]:
    match step:
        case PinMatch(match_id=match_id):
            yield from ("decide", "pin", match_id)
        case ResumeMatch(match_id=match_id):
            yield from ("decide", "resume", match_id)
        case LiftDecline():
            yield from ("decide", "unbar", "--line", step.line_id, "--talent", step.talent_id)
        case ChangeRequest():
            yield from ("amend", "request", step.request_id, *_fields("--set", step.fields))
        case ChangeTalent():
            yield from ("amend", "talent", step.talent_id, *_fields("--set", step.fields))
            yield from _fields("--set", step.besides, "+")
            yield from _fields("--set", step.without, "-")
            yield from _hours("--add-hours", step.more_hours)
        case AddTalent():
            yield from _new_talent(step)
        case ChangeSettings():
            yield from ("configure", *_fields("--set", step.fields))
            yield from _fields("--weight", step.weights)
        case WithdrawRequest():
            yield from ("withdraw", "request", step.request_id)


def _new_talent(step: AddTalent) -> Iterator[str]:
    yield from ("post", "talent")
    if step.talent_id:
        yield from ("--id", step.talent_id)
    yield from ("--role", step.role.value)
    yield from _hours("--hours", step.hours)
    for name, level in step.skills.items():
        yield from ("--skill", f"{name}:{level}")
    if step.form and step.form is not Form.FULL_TIME:
        yield from ("--form", step.form.value)
    yield from ("--from", step.first, "--until", step.last)
    if step.trained_from:
        yield from ("--trained-from", step.trained_from)


def _fields(option: str, fields: Mapping[str, Value], sign: str = "") -> Iterator[str]:
    """Joined by `=` where a value could be taken for an option."""
    for name, value in fields.items():
        yield from (option, f"{name}{sign}={_written(value)}")


def _written(value: Value) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case tuple():
            return ",".join(value)
        case _:
            return str(value)


def _hours(option: str, hours: Mapping[Month, int]) -> Iterator[str]:
    for first, last, amount in spans(hours):
        months = first if first == last else f"{first}..{last}"
        yield from (option, f"{months}={decimal(amount)}")
