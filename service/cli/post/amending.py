"""An amendment on its way: before and after, the fact, and the command that changes it back."""

from collections.abc import Sequence
from typing import Any, Literal

from models.entities import Person, Request, Talent
from models.errors import Mistake
from models.months import month_of
from producers.desk import Receipt
from producers.ports import Places
from service.cli.frame.receipts import Answer, give
from service.cli.frame.write_session import CallOptions
from service.cli.post import edit_options, from_options
from service.cli.post.changed_words import changed
from service.cli.post.still import changed_again, code
from service.cli.post.undo_options import undoing
from service.cli.post.unheld_skills import unheld
from service.cli.show.outside_plan import warning
from service.wiring import Parts

#: So many of the changes are named where an undo is refused.
_NAMED = 5


async def amended(
    parts: Parts,
    before: Request | Talent,
    wanted: Sequence[edit_options.Edit],
    person: Person | None,
    call: CallOptions,
    *,
    dry_run: bool,
    still: str | None = None,
) -> None:
    """Append the amended entity and say what changed; with `dry_run` only say it.

    With `still`, the code of an undo line, Mistake where what it takes back has changed again.
    """
    kind: Literal["request", "talent"] = "request" if isinstance(before, Request) else "talent"
    id_ = before.request_id if isinstance(before, Request) else before.talent_id
    after = _edited(before, wanted, still, parts.places)
    differences = changed(before, after)
    details = [each.text(parts.places, call.lang) for each in differences]
    if person:
        # Before and after of a person are nobody's business but the people table's.
        details.append(call.say("氏名・連絡先", "name or contact"))
    notes: list[str] = []
    if isinstance(before, Request) and isinstance(after, Request):
        notes = await unheld(parts, before.pool_id, [after], call, before=before)
    receipts = []
    if not details:
        headline = call.say(f"{id_} に変更はありません。", f"Nothing changes in {id_}.")
    elif dry_run:
        stated = after.model_copy(update={"revision": before.revision + 1})
        await parts.desk.examine(
            *(([stated], []) if isinstance(stated, Request) else ([], [stated])),
            taking_back=still is not None,
        )
        headline = call.say(
            f"{id_} はこう変わります（まだ書き込んでいません）。",
            f"{id_} would change as follows (nothing is written).",
        )
    else:
        headline = call.say(f"✓ {id_} を変更しました。", f"✓ Amended {id_}.")
        if person:
            await parts.store.put_person(person)
        if differences:
            receipts = [await _append(parts, before, wanted, still)]
    if isinstance(after, Request):
        settings, _ = await parts.store.settings(before.pool_id)
        present = month_of(parts.now().date())
        details += [call.say(*w) for w in warning(after, present, settings.horizon)]
    undo = ["amend", kind, id_, "--pool", before.pool_id, *undoing(before, after)]
    await give(
        parts.session(),
        Answer(
            headline=headline,
            details=[*details, *notes],
            receipts=receipts,
            undo=[call.command(*undo)] if receipts else [],
            undo_note=call.say(
                "氏名・連絡先は戻りません。もう一度入れてください。",
                "The name or contact does not come back; give it again.",
            )
            if person
            else "",
            more={
                "dry_run": dry_run,
                "changed": [each.document() for each in differences],
                "notes": notes,
            },
        ),
        call,
    )


async def _append(
    parts: Parts, before: Request | Talent, wanted: Sequence[edit_options.Edit], still: str | None
) -> Receipt:
    def change(fields: dict[str, Any]) -> None:
        # The edits, not their result: what somebody else changed meanwhile stays.
        after = _edited(type(before).model_validate(fields), wanted, still, parts.places)
        fields.update({name: getattr(after, name) for name in fields})

    pool_id, back = before.pool_id, still is not None
    if isinstance(before, Request):
        return await parts.desk.amend_request(pool_id, before.request_id, change, taking_back=back)
    return await parts.desk.amend_talent(pool_id, before.talent_id, change, taking_back=back)


def _edited(
    now: Request | Talent, wanted: Sequence[edit_options.Edit], still: str | None, places: Places
) -> Request | Talent:
    """The entity with the edits; Mistake where an undo would take back what others changed."""
    after = edit_options.edited(now, wanted)
    standing, back = now.model_dump(mode="json"), after.model_dump(mode="json")
    if still in {None, code(standing, back)} or not changed(now, after):
        return after
    told = "、".join(each.text(places) for each in changed(now, after)[:_NAMED])
    raise changed_again(told)


async def person_of(parts: Parts, talent: Talent, given: dict[str, str]) -> Person | None:
    """Who the talent is from now on: what is kept, with what was given."""
    if not given:
        return None
    known = await parts.store.person(talent.pool_id, talent.talent_id)
    kept = {"name": known.name, "mail": known.mail, "note": known.note} if known else {}
    if "name" not in kept | given:
        raise Mistake(
            "この人の氏名はまだ保存されていません。--name も付けてください"
            " / nobody's name is kept for this talent; give --name as well"
        )
    return from_options.person([talent], **{"mail": "", "note": ""} | kept | given)
