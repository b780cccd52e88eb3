"""All that health is found by."""

from service.health_checks.flow_checks import FlowChecks
from service.health_checks.machine_checks import MachineChecks
from service.health_checks.pool_checks import PoolChecks
from service.health_checks.store_checks import StoreChecks


class EveryCheck(MachineChecks, StoreChecks, FlowChecks, PoolChecks):
    """One look each at the outside world."""
