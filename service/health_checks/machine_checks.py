"""The machine: settings, the solver, lists that are read, room on the disk."""

import asyncio
import shutil

from application.queries.health_probes import Seen
from infra.registry import Registry
from infra.shapes.pool_maps import pool_maps
from infra.store.engine import database_url
from matcher.check import faults
from matcher.plan import Status
from matcher.problem import Problem
from matcher.roster.greedy import greedy
from matcher.solver_process.solver_client import SolverProcess
from service.health_checks.opened_world import OpenedWorld
from service.health_checks.seen import number, text
from service.wiring import region

FREE_GIGABYTES = 1.0
#: Municipalities of Japan.
_MUNICIPALITIES = 1741


class MachineChecks(OpenedWorld):
    """Checks of what everything stands on."""

    async def settings_read(self) -> Seen:
        """The password and every option of the URL stay hidden."""
        url = database_url(self.settings.database)
        url = url.set(drivername=url.get_backend_name(), query={})
        engine = self.settings.kafka or "embedded log"
        return True, text(f"{url.render_as_string(hide_password=True)}, {engine}")

    async def solver_answers(self) -> Seen:
        """The child process proves the best plan of a small problem; its stand-in could not."""
        solver = SolverProcess(greedy)
        try:
            plan = await solver.solve(SMALL, seconds=2.0)
        finally:
            await solver.close()
        broken = faults(SMALL, plan)
        whole = plan.served == sum(line.asked for line in SMALL.lines)
        fine = plan.status is Status.OPTIMAL and whole and not broken
        return fine, text(str(broken[0]) if broken else f"{plan.status}, {plan.method}")

    async def registry_is_whole(self) -> Seen:
        count = len(await asyncio.to_thread(Registry().municipalities))
        return count == _MUNICIPALITIES, number(count)

    async def municipalities_are_read(self) -> Seen:
        """The file that tells how municipalities are, where the settings name one."""
        if self.settings.municipalities is None:
            return True, text("-")
        known = await asyncio.to_thread(region, self.settings)
        return True, number(len(known.municipalities))

    async def shapes_are_read(self) -> Seen:
        """The file of shapes that maps are drawn from, where the settings name one."""
        path = self.settings.municipality_shapes
        if path is None:
            return True, text("-")
        maps = await asyncio.to_thread(pool_maps, path, Registry().known)
        return True, number(sum(len(each.shapes) for each in maps.values()))

    async def disk_has_room(self) -> Seen:
        """At the place of the data, or where it will be."""
        place = self.settings.embedded_file.absolute()
        while not place.exists():
            place = place.parent
        free = shutil.disk_usage(place).free / 1e9
        return free >= FREE_GIGABYTES, text(f"{free:,.1f} GB")


#: One talent with time for one line.
SMALL = Problem.model_validate_json(
    """
    {"pool_id": "20", "months": ["2026-04"],
     "talents": [{"talent_id": "T", "roles": ["pm"], "contract_from": "2026-04",
                  "contract_until": "2026-04", "capacity": {"2026-04": 16}}],
     "lines": [{"line_id": "R/1", "request_id": "R", "municipalities": ["202011"],
                "role": "pm", "hours": {"2026-04": 8}}]}
    """
)
