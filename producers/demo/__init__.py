"""Sample pools: real projects of Nagano and Niigata, made-up hours, fictitious talents.

What is a fact and what is made up:

- data/projects.csv restates the lists of the digital grant of fiscal year 2023
  (デジタル田園都市国家構想交付金, TYPE1): title, requester and amount are facts. Field and
  theme are our reading of them.
- roles, hours, months, skills, urgency and every talent are generated (demand.py with
  data/demand.toml) or listed (data/cast.toml); vendors, and one request of three villages together,
  are made up (data/conditions.toml).
  Every entity says so: `sample=True`, shown as （見本）.

The same pool and month always give the same entities. No moment is read from a clock.
"""

from models.entities import Person, Request, Talent
from models.errors import Mistake
from models.months import Month
from models.pool_settings import PoolSettings
from producers.demo import cast, conditions
from producers.demo.demand import request
from producers.demo.projects import projects

#: Nagano and Niigata.
POOLS = ("20", "15")


def requests(pool_id: str, first_month: Month) -> tuple[Request, ...]:
    """The requests of a sample pool, with hours in the twelve months from `first_month`."""
    _refuse_others(pool_id)
    own = tuple(request(p, first_month) for p in projects() if p.pool_id == pool_id)
    return own + conditions.joint_requests(pool_id, first_month)


def talents(pool_id: str, first_month: Month) -> tuple[Talent, ...]:
    """The fictitious talents of a sample pool, available from `first_month`."""
    _refuse_others(pool_id)
    return cast.talents(pool_id, first_month)


def settings(pool_id: str) -> PoolSettings:
    """How a sample pool is planned."""
    _refuse_others(pool_id)
    return conditions.settings()


def people(pool_id: str) -> tuple[Person, ...]:
    """Who the talents would be, if they existed."""
    _refuse_others(pool_id)
    return cast.people(pool_id)


def _refuse_others(pool_id: str) -> None:
    if pool_id not in POOLS:
        raise Mistake("no_sample_pool", pool=pool_id, known=tuple(POOLS))
