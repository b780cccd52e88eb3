"""`/pools/{pool}/whatif/new`: one change, which begins a scenario or joins one."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import ValidationError
from starlette.responses import Response

from application.access.rights import Right
from application.scenarios.keeping import Mine, add_change, drop_change
from matcher.ports import Snapshot
from matcher.whatif import KeptScenario
from matcher.whatif.apply import applied
from models.entities import Role
from models.errors import Absent, Mistake
from models.validation import mistake
from web.frame.allowed import May, NotFound
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.whatif.kinds import KINDS, WEIGHTS, change_of
from wording import labels

router = APIRouter()

_ADDRESS = "/pools/{pool_id}/whatif"


async def mine(visit: Visit, scenario_id: str) -> KeptScenario:
    """A scenario of theirs. Raises NotFound."""
    scenarios = visit.house.workspace.scenarios
    kept = await scenarios.scenarios(visit.signed_in.account_id, visit.pool_id)
    found = next((each for each in kept if each.scenario_id == scenario_id), None)
    if found is None:
        raise NotFound(visit)
    return found


@router.get(_ADDRESS + "/new")
async def new(
    visit: Annotated[Visit, Depends(May(Right.WHAT_IF))], kind: str = "hours", to: str = ""
) -> Response:
    """The form of one kind of change; the pages before it say what an empty pool needs."""
    if await visit.session.reads.snapshot(visit.pool_id) is None:
        return visit.go(f"/pools/{visit.pool_id}/whatif")
    return await _page(visit, kind, {"to": to}, FormErrors())


@router.post(_ADDRESS + "/new")
async def added(visit: Annotated[Visit, Depends(May(Right.WHAT_IF))]) -> Response:
    """The change is kept."""
    typed = {name: value for name, value in visit.form.items() if isinstance(value, str)}
    kind, to = typed.get("kind", ""), typed.get("to", "")
    if kind not in KINDS:
        raise NotFound(visit)
    errors = FormErrors()
    snapshot = await _snapshot(visit)
    if to:
        kept = await mine(visit, to)
        snapshot = applied(snapshot, kept.scenario, visit.session.present)
    with errors.noted(KINDS[kind]):
        try:
            if change := change_of(kind, typed, snapshot, errors):
                who = Mine(account_id=visit.signed_in.account_id, pool_id=visit.pool_id)
                scenarios = visit.house.workspace.scenarios
                await add_change(visit.session, scenarios, who, [change], to)
        except ValidationError as error:
            raise mistake(error, visit.words("web_whatif_change")) from None
    if errors:
        return await _page(visit, kind, typed, errors, 422)
    return visit.go(f"/pools/{visit.pool_id}/whatif")


@router.post(_ADDRESS + "/scenarios/{scenario_id}/drop")
async def dropped(
    visit: Annotated[Visit, Depends(May(Right.WHAT_IF))], scenario_id: str
) -> Response:
    """The scenario is gone; with `change`, that change of it alone."""
    kept = await mine(visit, scenario_id)
    scenarios = visit.house.workspace.scenarios
    change = str(visit.form.get("change", ""))
    if change.isdecimal():
        await drop_change(scenarios, kept, int(change))
    else:
        await scenarios.drop_scenario(kept.account_id, visit.pool_id, scenario_id)
    return visit.go(f"/pools/{visit.pool_id}/whatif")


async def _snapshot(visit: Visit) -> Snapshot:
    found = await visit.session.reads.snapshot(visit.pool_id)
    if found is None:
        raise Absent("whatif_pool_empty")
    return found


async def _page(
    visit: Visit, kind: str, typed: dict[str, str], errors: FormErrors, status: int = 200
) -> Response:
    if kind not in KINDS:
        raise NotFound(visit)
    try:
        snapshot = await _snapshot(visit)
    except Absent as absent:
        raise Mistake(absent.phrase.code) from None
    people = {p.talent_id: p.name for p in await visit.session.reads.people(visit.pool_id)}
    lang = visit.words.lang
    options = {
        "talent": [
            (t.talent_id, f"{people.get(t.talent_id, '')} {t.talent_id}".strip())
            for t in snapshot.talents
        ],
        "request": [(r.request_id, f"{r.request_id} {r.title}") for r in snapshot.requests],
        "line": [
            (r.line_id(line.line), f"{r.line_id(line.line)} {r.title}")
            for r in snapshot.requests
            for line in r.lines
        ],
        "role": [(role.value, labels.role(role.value, lang)) for role in Role],
        "weight": [(name, visit.words(f"web_weight_{name}")) for name in WEIGHTS],
        "urgency": [(code, pair[lang == "en"]) for code, pair in labels.URGENCIES.items()],
        "nature": [(code, pair[lang == "en"]) for code, pair in labels.NATURES.items()],
    }
    return visit.page(
        "whatif/new.html",
        status,
        kind=kind,
        kinds=tuple(KINDS),
        fields=KINDS[kind],
        options=options,
        typed=typed,
        to=typed.get("to", ""),
        errors=errors,
    )
