"""How a scenario is written: changes with `;` between them."""

import re

from pydantic import ValidationError

from matcher.whatif import Scenario
from models.errors import Mistake
from models.phrase import Phrase
from models.validation import mistake
from wording.typed.scenario_changes import NamedRequests, changes

EXAMPLE = "T20-02 2026-12..2027-03 +16h; vacant pm 40h"


def scenario(text: str, named: NamedRequests) -> Scenario:
    """The changes of one scenario, with `;` between them. Raises Mistake: what, where, how."""
    parts = [part.strip() for part in re.split(r"[;；\n]", text)]
    found = [change for part in parts if part for change in changes(part, named)]
    if not found:
        raise Mistake("scenario_empty", example=EXAMPLE)
    name = text.strip()
    try:
        return Scenario.model_validate({"name": name, "changes": found})
    except ValidationError as error:
        raise mistake(error, Phrase.of("scenario", name=name[:60])) from None
