"""Operations by resource."""

from fastapi import APIRouter

from web.api.routes import requests

ROUTERS: tuple[APIRouter, ...] = (requests.router,)
