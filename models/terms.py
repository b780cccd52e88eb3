"""What a match is about besides its hours: where, which task, which way of working."""

from typing import Annotated

from pydantic import Field

from models.codes import CodeField
from models.entities import Level, Nature, Percent, Request, Role, Skill, Theme, Title
from models.frozen import Frozen
from models.ids import LineId, line_number
from models.skills import by_key
from models.text_folding import folded


class Terms(Frozen):
    """条件 of a match, as both sides see them and answer for them."""

    municipalities: Annotated[tuple[CodeField, ...], Field(min_length=1, max_length=100)]
    title: Title
    theme: Theme = ""
    nature: Nature = Nature.CONTINUOUS
    role: Role
    skills: dict[Skill, Level] = {}
    on_site_percent: Percent = 0
    exclusive: bool = False

    def differing(self, other: "Terms") -> tuple[str, ...]:
        """Names of what differs; the order of towns and the way a word is typed do not count."""
        mine, yours = self._comparable(), other._comparable()
        return tuple(name for name in mine if mine[name] != yours[name])

    def asks_again(self, other: "Terms") -> bool:
        """Whether who agreed to these terms has to be asked again about the others.

        A title is the name of a task and not the task: another one is shown, and asks nobody.
        """
        return bool(set(self.differing(other)) - {"title"})

    def _comparable(self) -> dict[str, object]:
        fields: dict[str, object] = {name: getattr(self, name) for name in type(self).model_fields}
        return fields | {
            "municipalities": frozenset(self.municipalities),
            "title": folded(self.title),
            "theme": folded(self.theme),
            "skills": by_key(self.skills),
        }


def terms_of(request: Request, line: LineId) -> Terms | None:
    """The terms of one of a request's lines as they stand; None where it has no such line."""
    number = line_number(line)
    asked = next((each for each in request.lines if each.line == number), None)
    if asked is None:
        return None
    return Terms(
        municipalities=request.municipalities,
        title=request.title,
        theme=request.theme,
        nature=request.nature,
        role=asked.role,
        skills=asked.skills,
        on_site_percent=asked.on_site_percent,
        exclusive=asked.exclusive,
    )
