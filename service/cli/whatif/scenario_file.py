"""Scenarios as a command gets them: a text, or a JSON file of several."""

import json
from functools import partial
from typing import Any

from pydantic import ValidationError

from matcher.whatif import Scenario
from models.entities import Request
from models.errors import Mistake
from models.validation import mistake
from service.cli.frame.json_input import document, entities
from wording.typed import scenario as written
from wording.typed.scenario_changes import FORMS


def scenario(text: str) -> Scenario:
    """One scenario; `add` names a file of requests. Raises Mistake: what, where, how."""
    return written.scenario(text, partial(entities, Request))


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
