"""librdkafka's mock cluster, by its C interface: Python's hides how long a new group is waited for.

The mock waits three seconds for further members of a new group, and there is one member.
"""

import ctypes

from confluent_kafka import cimpl

_PRODUCER = 0
_BROKERS = 1
_LIBRARY = ctypes.CDLL(cimpl.__file__)  # what it is linked with is found through it


def _function(name: str, result: type | None, *arguments: type) -> "ctypes._NamedFuncPointer":
    found = getattr(_LIBRARY, f"rd_kafka_{name}")
    found.restype, found.argtypes = result, arguments
    return found  # type: ignore[no-any-return]


_NEW_SETTINGS = _function("conf_new", ctypes.c_void_p)
_SET = _function(
    *("conf_set", ctypes.c_int),
    *(ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_size_t),
)
_NEW_CLIENT = _function(
    *("new", ctypes.c_void_p),
    *(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t),
)
_END_CLIENT = _function("destroy", None, ctypes.c_void_p)
_NEW_CLUSTER = _function("mock_cluster_new", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_END_CLUSTER = _function("mock_cluster_destroy", None, ctypes.c_void_p)
_SERVERS = _function("mock_cluster_bootstraps", ctypes.c_char_p, ctypes.c_void_p)
_WAIT_FOR_MEMBERS = _function(
    "mock_group_initial_rebalance_delay_ms", None, ctypes.c_void_p, ctypes.c_int32
)
_NEW_TOPIC = _function(
    *("mock_topic_create", ctypes.c_int),
    *(ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_int),
)


class MockCluster:
    """One broker on a free port of loopback, until it is closed."""

    def __init__(self) -> None:
        settings = _NEW_SETTINGS()
        _SET(settings, b"log_level", b"0", None, 0)  # it would say that it knows no servers
        self._client = _NEW_CLIENT(_PRODUCER, settings, None, 0)
        self._cluster = _NEW_CLUSTER(self._client, _BROKERS)
        self.servers: str = _SERVERS(self._cluster).decode()
        _WAIT_FOR_MEMBERS(self._cluster, 0)

    def make_topic(self, name: str, partitions: int) -> None:
        """Raises RuntimeError where there is one of this name."""
        if error := _NEW_TOPIC(self._cluster, name.encode(), partitions, _BROKERS):
            raise RuntimeError(f"the mock cluster did not make {name}: error {error}")

    def close(self) -> None:
        """Nobody reaches it any more."""
        _END_CLUSTER(self._cluster)
        _END_CLIENT(self._client)
