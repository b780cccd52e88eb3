"""What somebody typed over what others may have set since the form was opened.

A form holds beside each field how it stood (`was-NAME`). Whoever typed nothing anew takes what
stands now; where both have set the same field, it is said beside it, and nothing is lost.
"""

from collections.abc import Mapping

from models.phrase import Phrase
from web.frame.form_errors import FormErrors

#: The messages that say so.
_SAID, _SAID_WITH = "web_set_meanwhile", "web_set_meanwhile_to"


def typed_anew(
    form: Mapping[str, object], name: str, stands: str, errors: FormErrors, *, told: bool = True
) -> str:
    """The text of a field. `told`: whether what stands now can be said as it is written."""
    typed, was = _text(form.get(name, "")), form.get(f"was-{name}")
    if was is None:
        return typed
    was, now = _text(was), _text(stands)
    if typed == was:
        return stands
    if now not in {was, typed}:
        said = Phrase.of(_SAID_WITH, value=now) if told and now else Phrase.of(_SAID)
        errors.add(name, said)
    return typed


def status_of(errors: FormErrors) -> int:
    """Of the page that shows a form again."""
    return 409 if any(each.said.code in {_SAID, _SAID_WITH} for each in errors) else 422


def _text(value: object) -> str:
    # Browsers send every line's end in their own way.
    return "\n".join(str(value).splitlines())
