"""What an import says of itself: what is new and what changes, and how to take it back."""

from pathlib import Path

from application.commands.import_sheets import Comparison, id_of
from application.edits_back import edits_back
from application.still_stands import code
from application.undoing import undoing_of
from models.entities import Request, Talent
from models.ids import PoolId
from service.cli.frame.call_options import CallOptions
from service.cli.post.edit_words import options
from service.cli.sheets.undo_file import write_undo
from wording.amounts import dotted
from wording.labels import role
from wording.words import Words

#: Lines of each sort that are shown; --json has all of them.
_SHOWN = 20
#: Commands to undo by hand, and signs in one: more goes into a file.
_COMMANDS, _LONGEST = 3, 400


def imported_headline(comparison: Comparison, words: Words, *, written: bool, dry_run: bool) -> str:
    """How many of each sort, and whether they were imported."""
    people = {person.talent_id for person in comparison.people}
    renamed = len(people & set(map(id_of, comparison.unchanged)))
    counts = words(
        "import_counts",
        new=len(comparison.new),
        amended=len(comparison.amended) + renamed,
        unchanged=len(comparison.unchanged) - renamed,
        cannot=len(comparison.cannot),
    )
    counts += words("import_newer", newer=len(comparison.newer)) if comparison.newer else ""
    if comparison.cannot:
        code = "import_refused"
    elif dry_run:
        code = "import_would_make"
    elif written or comparison.people:
        code = "imported"
    else:
        code = "import_refused" if comparison.newer else "import_same"
    return words(code, counts=counts)


def imported_details(comparison: Comparison, words: Words) -> list[str]:
    """A line for each entity that is new, changes, is left or cannot be imported."""
    fresh = set(map(id_of, comparison.new))
    new = [words("import_new", id=id_of(e), title=_title(e, words)) for e in comparison.new]
    amended = [
        words("import_amended", id=id_of(e.before), changes=tuple(c.phrase for c in e.changes))
        for e in comparison.amended
    ]
    newer = [
        words("row_is_older", id=id_of(n.known), exported=n.exported, now=n.known.revision)
        for n in comparison.newer
    ]
    people = [
        words("import_contact", id=p.talent_id, fields=tuple(comparison.changed_of(p)))
        for p in comparison.people
        if p.talent_id not in fresh
    ]
    cannot = [
        words(f"{_kind(e)}_cannot_be_imported", id=id_of(e), pool_id=e.pool_id)
        for e in comparison.cannot
    ]
    every = (newer, new, amended, people, cannot)
    return [line for lines in every for line in _some(lines, words)]


def _some(lines: list[str], words: Words) -> list[str]:
    rest = len(lines) - _SHOWN
    return lines if rest <= 0 else [*lines[:_SHOWN], words("import_more", rest=rest)]


def _kind(entity: Request | Talent) -> str:
    return "request" if isinstance(entity, Request) else "talent"


def _title(entity: Request | Talent, words: Words) -> str:
    if isinstance(entity, Request):
        return entity.title
    return dotted(words.reader, [role(each, words.lang, short=True) for each in entity.roles])


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
    path = write_undo(beside, undoing_of(comparison, pool_id))
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
