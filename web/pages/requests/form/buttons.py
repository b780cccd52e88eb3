"""What a button of the form does to what was typed: `add`, `remove-2`, `copy-1`, `fill-1`."""

import re
from collections.abc import Mapping

from application.drafting.changing import copied_forward, filled, with_line, without_line
from models.drafts import Draft, TypedRequest
from models.months import Month

_OF_LINE = re.compile(r"^(remove|copy|fill)-([1-9][0-9]{0,2})$")
#: Buttons that lead away from the step; every other one shows it again.
LEADS_ON = frozenset({"next", "back", "later", "post", "again", "hand"})


def pressed(
    content: TypedRequest, fields: Mapping[str, str], draft: Draft | None, present: Month
) -> TypedRequest:
    """The content after the button; a button that leads on changes nothing."""
    button = fields.get("do", "")
    if button == "add":
        retired = draft.base.retired if draft and draft.base else {}
        return with_line(content, tuple(retired))
    if found := _OF_LINE.match(button):
        number = int(found[2])
        match found[1]:
            case "remove":
                return without_line(content, number)
            case "copy":
                return copied_forward(content, number)
            case "fill":
                return filled(content, number, fields.get(f"fill-{number}", ""), present)
    return content
