"""A form that came too late: its fields go back to the browser and come again after the sign-in."""

from starlette.datastructures import FormData

#: What belongs to the session or to the sign-in, and not to what was typed.
_OURS = frozenset({"csrf", "login", "password", "code", "held_path", "role"})
#: Before the name of a field that is held.
PREFIX = "held:"


def held_fields(form: FormData) -> tuple[tuple[str, str], ...]:
    """The fields that were typed, by name; files have to be chosen again."""
    return tuple(
        (name, value)
        for name, value in form.multi_items()
        if isinstance(value, str) and name not in _OURS and not name.startswith(PREFIX)
    )


def brought_back(form: FormData) -> tuple[tuple[str, str], ...]:
    """The held fields of a form of the sign-in."""
    return tuple(
        (name.removeprefix(PREFIX), value)
        for name, value in form.multi_items()
        if isinstance(value, str) and name.startswith(PREFIX)
    )
