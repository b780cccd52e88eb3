"""The API against its own document: whatever a program sends, no 5xx, and no undocumented answer.

Every check of schemathesis, with the tokens of the roles that may and now and then of one that may
not, on a running console with a planned store of its own. Nobody but a coordinator reads a name,
and no talent the id of another. `TALENTPOOL_API_EXAMPLES=100` looks longer.
"""

import asyncio
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from models.accounts import AccountRole
from service.wiring import opened
from tests.application.demo_store import settings as store_settings
from tests.web.api.conftest import token_of
from tests.web.api.running_console import running_console
from tests.web.rights.addresses import OTHER, OWN, Samples
from tests.web.rights.test_api_walk import GUARDED

pytestmark = [pytest.mark.timeout(600), pytest.mark.browser]

#: Of each operation.
EXAMPLES = int(os.environ.get("TALENTPOOL_API_EXAMPLES", "4"))


@dataclass(frozen=True)
class Running:
    """A console, and a token for its API."""

    address: str
    tokens: dict[AccountRole, str]
    own: dict[AccountRole, dict[str, str]]  #: values for the parts of addresses that are there
    hidden: dict[AccountRole, frozenset[str]]  #: what stands in no answer to a role


#: Whether valid data are refused is the house's rules, which no schema knows.
NOT_ITS_OWN = [positive_data_acceptance]


@pytest.fixture(scope="module")
def running(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A process that serves the console alone."""
    directory = tmp_path_factory.mktemp("api")
    database = directory / "talentpool.db"
    shutil.copy(sample_store, database)

    async def made() -> Running:
        async with opened(store_settings(database)) as parts:
            tokens = {role: await token_of(parts, role, OWN) for role in AccountRole}
            own = (await Samples.of(parts)).own
            names = {
                person.name for pool in (OWN, OTHER) for person in await parts.store.people(pool)
            }
            ids = {talent.talent_id for talent in await parts.store.talents(OWN)}
            hidden = {role: frozenset(names) for role in AccountRole}
            hidden[AccountRole.COORDINATOR] = frozenset()  # whoever asks for names, reads them
            hidden[AccountRole.TALENT] |= ids - {own[AccountRole.TALENT]["talent_id"]}
            return Running(address="", tokens=tokens, own=own, hidden=hidden)

    found = asyncio.run(made())
    with running_console(database) as address:
        yield replace(found, address=address)


OPERATIONS = {f"{each.method} {each.path}": each.roles for each in GUARDED}


@pytest.fixture(scope="module")
def operations(running: Running) -> dict[str, Any]:
    """The operations of the document as the console serves it."""
    schema = schemathesis.openapi.from_url(f"{running.address}/api/v1/openapi.json")
    return {each.ok().label: each.ok() for each in schema.get_all_operations()}


def roles_of(label: str) -> st.SearchStrategy[AccountRole]:
    """Of four callers three may do it."""
    may = sorted(OPERATIONS[label])
    return st.sampled_from(
        [*may * 3, *(role for role in AccountRole if role not in may)][: len(may) * 4]
    )


def test_every_operation_is_in_the_document(operations: dict[str, Any]) -> None:
    assert operations.keys() == OPERATIONS.keys()


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("label", sorted(OPERATIONS))
def test_every_answer_is_documented_and_none_is_a_fault(
    label: str, mode: GenerationMode, operations: dict[str, Any], running: Running
) -> None:
    """`mode`: what fits the document, and what does not."""

    @given(
        case=operations[label].as_strategy(generation_mode=mode),
        own=st.booleans(),
        role=roles_of(label),
    )
    @settings(
        max_examples=max(2, EXAMPLES // 10) if "comparisons" in label else EXAMPLES,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    def call(case: Any, *, own: bool, role: AccountRole) -> None:
        left_out = list(NOT_ITS_OWN)
        if (
            own
        ):  # what was drawn is there for nobody; where it was wrong on purpose, it is right now
            left_out.append(negative_data_rejection)
            parts, known = case.path_parameters or {}, running.own[role]
            known = known | {"subject": known.get("match_id", "unknown")}
            parts.update({name: known[name] for name in parts if name in known})
        token = {"Authorization": f"Bearer {running.tokens[role]}"}
        if mode is GenerationMode.NEGATIVE and "Authorization" not in (case.headers or {}):
            token = {}  # left out on purpose
        answer = case.call_and_validate(headers=token, excluded_checks=left_out)
        assert not [each for each in running.hidden[role] if each in answer.text]

    call()
