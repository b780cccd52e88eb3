"""What an import changes, as lists of what people look at."""

from dataclasses import dataclass

from application.commands.import_sheets import Amendment, Comparison, Newer, id_of
from models.entities import Person, Request, Talent
from models.phrase import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntity:
    """What is new: an id and what it is."""

    id: str
    title: str  #: of a request
    roles: tuple[str, ...]  #: of a talent


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedEntity:
    """What changes: an id, and each change from before to after."""

    id: str
    title: str
    changes: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportView:
    """The counts, and at most so many of each."""

    new: int
    amended: int
    unchanged: int
    new_shown: tuple[NewEntity, ...]
    amended_shown: tuple[ChangedEntity, ...]
    newer: tuple[Newer, ...]
    cannot: tuple[Request | Talent, ...]


def import_view(comparison: Comparison, most: int) -> ImportView:
    """Of a comparison; who has another name or contact counts as changed."""
    fresh = set(map(id_of, comparison.new))
    amended = {id_of(each.before): each for each in comparison.amended}
    people: dict[str, Person] = {
        p.talent_id: p for p in comparison.people if p.talent_id not in fresh
    }
    changed = dict.fromkeys((*amended, *people))
    titles = {id_of(each.before): _title(each.before) for each in comparison.amended}
    shown = tuple(
        ChangedEntity(
            id=id_,
            title=titles.get(id_, ""),
            changes=(*_changes(amended.get(id_)), *_contact(people.get(id_), comparison)),
        )
        for id_ in list(changed)[:most]
    )
    renamed = sum(id_of(each) in people for each in comparison.unchanged)
    return ImportView(
        new=len(comparison.new),
        amended=len(changed),
        unchanged=len(comparison.unchanged) - renamed,
        new_shown=tuple(
            NewEntity(
                id=id_of(each),
                title=_title(each),
                roles=tuple(role.value for role in each.roles) if isinstance(each, Talent) else (),
            )
            for each in comparison.new[:most]
        ),
        amended_shown=shown,
        newer=tuple(comparison.newer),
        cannot=tuple(comparison.cannot),
    )


def _title(entity: Request | Talent) -> str:
    return entity.title if isinstance(entity, Request) else ""


def _changes(amendment: Amendment | None) -> tuple[Phrase, ...]:
    return tuple(each.phrase for each in amendment.changes) if amendment else ()


def _contact(person: Person | None, comparison: Comparison) -> tuple[Phrase, ...]:
    """Which of somebody's own fields change; what stands in them is not repeated."""
    if person is None:
        return ()
    fields = tuple(comparison.changed_of(person))
    return (Phrase.of("import_contact_fields", fields=fields),)
