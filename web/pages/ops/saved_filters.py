"""`/ops/events/filters`: an account keeps a filter under a name, or forgets it."""

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Form
from starlette.datastructures import QueryParams
from starlette.responses import Response

from application.access.rights import Right
from application.commands.saved_filters import keep_filter
from models.errors import Mistake
from web.frame.allowed import May
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.ops.events import events
from web.pages.ops.filter_in_address import asked

router = APIRouter()
Watches = Annotated[Visit, Depends(May(Right.WATCH))]


@router.post("/ops/events/filters")
async def keep(
    visit: Watches, name: Annotated[str, Form()] = "", query: Annotated[str, Form()] = ""
) -> Response:
    """From now on the filter is in the list of this account."""
    asked_for = asked(QueryParams(parse_qsl(query)))
    errors, house = FormErrors(), visit.house
    try:
        await keep_filter(house.saved_filters, visit.signed_in.account_id, name, asked_for.query)
    except Mistake as error:
        errors.add("name", error.phrase)
        return await events(visit, asked_for, errors, name)
    return visit.go(f"/ops/events?{asked_for.query}")


@router.post("/ops/events/filters/forget")
async def forget(
    visit: Watches, name: Annotated[str, Form()] = "", query: Annotated[str, Form()] = ""
) -> Response:
    """It is in the list no longer."""
    await visit.house.saved_filters.drop_saved_filter(visit.signed_in.account_id, name)
    same = asked(QueryParams(parse_qsl(query))).query
    return visit.go(f"/ops/events?{same}")
