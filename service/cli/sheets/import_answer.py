"""What an import says of itself: what is new and what changes, and how to take it back."""

from pathlib import Path

from application.edits_back import edits_back
from application.still_stands import code
from models.entities import Request, Talent
from models.ids import PoolId
from producers.ports import Places
from service.cli.frame.write_session import CallOptions
from service.cli.post.edit_words import options
from service.cli.sheets.import_diff import Comparison, id_of, reason
from service.cli.sheets.undo_file import (
    Undoing,
    UndonePerson,
    UndoneRequest,
    UndoneTalent,
    write_undo,
)
from wording.fields.names import field_label
from wording.labels import role

#: Lines of each sort that are shown; --json has all of them.
_SHOWN = 20
#: Commands to undo by hand, and signs in one: more goes into a file.
_COMMANDS, _LONGEST = 3, 400


def imported_headline(
    comparison: Comparison, call: CallOptions, *, written: bool, dry_run: bool
) -> str:
    """How many of each sort, and whether they were imported."""
    people = {person.talent_id for person in comparison.people}
    renamed = len(people & set(map(id_of, comparison.unchanged)))
    amended, unchanged = len(comparison.amended) + renamed, len(comparison.unchanged) - renamed
    ja = (
        f"新規 {len(comparison.new)}件、変更 {amended}件、"
        f"変更なし {unchanged}件、取り込めない {len(comparison.cannot)}件"
    )
    en = (
        f"{len(comparison.new)} new, {amended} amended, "
        f"{unchanged} unchanged, {len(comparison.cannot)} cannot be imported"
    )
    if comparison.newer:
        ja += f"、表より新しい {len(comparison.newer)}件"
        en += f", {len(comparison.newer)} newer than the sheet"
    if comparison.cannot:
        return call.say(f"✕ 何も取り込んでいません（{ja}）。", f"✕ Nothing was imported: {en}.")
    if dry_run:
        return call.say(f"取り込むとこうなります：{ja}。", f"An import would make: {en}.")
    if written or comparison.people:
        return call.say(f"✓ 取り込みました：{ja}。", f"✓ Imported: {en}.")
    if comparison.newer:
        return call.say(f"✕ 何も取り込んでいません（{ja}）。", f"✕ Nothing was imported: {en}.")
    return call.say(f"変わったところはありません（{ja}）。", f"Nothing has changed: {en}.")


def imported_details(comparison: Comparison, places: Places, call: CallOptions) -> list[str]:
    """A line for each entity that is new, changes, is left or cannot be imported."""
    new = [f"{call.say('新規', 'new')} {id_of(e)}　{_title(e, call)}" for e in comparison.new]
    amended = [
        f"{call.say('変更', 'amended')} {id_of(each.before)}　"
        + call.say("、", "; ").join(call.words.say(change.phrase) for change in each.changes)
        for each in comparison.amended
    ]
    fresh = set(map(id_of, comparison.new))
    newer = [
        call.say(
            f"△ {id_of(n.known)} は表を書き出したあとに変わりました（表は第{n.exported}版、今は"
            f"第{n.known.revision}版）。この行は取り込みません。もう一度書き出して直してください",
            f"△ {id_of(n.known)} has changed since the sheet was written (revision {n.exported}, "
            f"now {n.known.revision}); its row is left. Export again and change that",
        )
        for n in comparison.newer
    ]
    people = [
        f"{call.say('変更', 'amended')} {p.talent_id}　"
        + call.say("、", ", ").join(
            field_label(name, call.lang) for name in comparison.changed_of(p)
        )
        for p in comparison.people
        if p.talent_id not in fresh
    ]
    cannot = [
        f"{call.say('取り込めない', 'cannot')} {id_of(e)}　{reason(e, call.lang)}"
        for e in comparison.cannot
    ]
    every = (newer, new, amended, people, cannot)
    return [line for lines in every for line in _some(lines, call)]


def _some(lines: list[str], call: CallOptions) -> list[str]:
    rest = len(lines) - _SHOWN
    if rest <= 0:
        return lines
    return [*lines[:_SHOWN], call.say(f"ほか{rest}件（--json で全部）", f"{rest} more: --json")]


def _title(entity: Request | Talent, call: CallOptions) -> str:
    if isinstance(entity, Request):
        return entity.title
    return "・".join(role(each, call.lang, short=True) for each in entity.roles)


def how_to_undo(
    comparison: Comparison, pool_id: PoolId, beside: Path, call: CallOptions
) -> tuple[list[str], Path | None]:
    """The commands that undo an import; where they are long, one for a file written beside it.

    Names of people are never in a command: they would stay in the history of the terminal.
    """
    commands = _commands(comparison, pool_id, call)
    short = len(commands) <= _COMMANDS and all(len(each) <= _LONGEST for each in commands)
    known = comparison.known_people
    if short and not any(each.talent_id in known for each in comparison.people):
        return commands, None
    path = write_undo(beside, _undoing(comparison, pool_id))
    return [call.command("undo", str(path))], path


def _commands(comparison: Comparison, pool_id: PoolId, call: CallOptions) -> list[str]:
    commands = []
    for kind, wanted in (("request", Request), ("talent", Talent)):
        if ids := [id_of(each) for each in comparison.new if isinstance(each, wanted)]:
            commands.append(call.command("withdraw", kind, *ids, "--pool", pool_id))
    for each in comparison.amended:
        kind = "request" if isinstance(each.before, Request) else "talent"
        back = edits_back(each.before, each.after)
        still = code(each.after.model_dump(mode="json"), each.before.model_dump(mode="json"))
        undo = ["amend", kind, id_of(each.before), "--pool", pool_id, *options(back, still)]
        commands.append(call.command(*undo))
    return commands


def _undoing(comparison: Comparison, pool_id: PoolId) -> Undoing:
    stood = {id_of(each.before): each.before for each in comparison.amended}
    requests, talents = [], []
    for request in comparison.requests():
        before = stood.get(request.request_id)
        requests.append(
            UndoneRequest(
                request_id=request.request_id,
                revision=request.revision,
                before=before if isinstance(before, Request) else None,
            )
        )
    for talent in comparison.talents():
        was = stood.get(talent.talent_id)
        talents.append(
            UndoneTalent(
                talent_id=talent.talent_id,
                revision=talent.revision,
                before=was if isinstance(was, Talent) else None,
            )
        )
    people = tuple(
        UndonePerson(
            talent_id=each.talent_id,
            after=each,
            before=comparison.known_people.get(each.talent_id),
        )
        for each in comparison.people
        if each.talent_id in comparison.known_people
    )
    return Undoing(pool_id=pool_id, requests=tuple(requests), talents=tuple(talents), people=people)
