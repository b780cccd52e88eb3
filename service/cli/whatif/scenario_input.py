"""How scenarios are written: changes with `;` between them, or a JSON file of several."""

import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from matcher.whatif import Scenario
from models.errors import Mistake
from models.phrase import Phrase
from models.validation import mistake
from service.cli.frame.json_input import document
from service.cli.whatif.scenario_parser import FORMS, changes

EXAMPLE = "T20-02 2026-12..2027-03 +16h; vacant pm 40h"


def scenario(text: str) -> Scenario:
    """The changes of one scenario, with `;` between them. Raises Mistake: what, where, how."""
    parts = [part.strip() for part in re.split(r"[;；\n]", text)]
    found = [change for part in parts if part for change in changes(part)]
    if not found:
        raise Mistake("scenario_empty", example=EXAMPLE)
    return _scenario({"name": text.strip(), "changes": found})


def scenarios(file: str) -> list[Scenario]:
    """The scenarios of a JSON file; a change is an object, or a text as `--scenario` takes it."""
    read = document(file)
    listed = read.get("scenarios") if isinstance(read, dict) else read
    if not isinstance(listed, list) or not listed:
        form = f'{{"scenarios": [{{"name": "…", "changes": ["{FORMS[1]}"]}}]}}'
        raise Mistake("scenarios_none_in_file", file=file, form=form)
    return [_of_file(each, f"{file} scenarios[{at}]") for at, each in enumerate(listed)]


def _of_file(each: Any, where: str) -> Scenario:
    if isinstance(each, str):
        return scenario(each)
    if (
        not isinstance(each, dict)
        or not isinstance(each.get("changes", []), list)
        or ("name" not in each)
    ):
        raise Mistake("scenario_without_changes", where=where)
    listed: list[Any] = []
    for change in each.get("changes", []):
        if isinstance(change, str):
            listed += [made.model_dump(mode="json") for made in scenario(change).changes]
        else:
            listed.append(change)
    try:
        return Scenario.model_validate_json(json.dumps({**each, "changes": listed}))
    except ValidationError as error:
        raise mistake(error, where) from None


def _scenario(fields: Mapping[str, Any]) -> Scenario:
    try:
        return Scenario.model_validate(fields)
    except ValidationError as error:
        raise mistake(error, Phrase.of("scenario", name=fields["name"][:60])) from None
