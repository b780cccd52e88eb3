"""Passwords: what one has to be, and its hash. Hashing takes its time beside the event loop."""

import asyncio
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from models.errors import Mistake
from models.text_folding import folded

T = TypeVar("T")

#: Argon2id as OWASP's Password Storage Cheat Sheet advises: 19 MiB, two passes, one lane.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
#: Length is what counts (NIST SP 800-63B); the longest keeps a hash from being work for nothing.
SHORTEST, LONGEST = 12, 256
#: Threads of their own, and few: a hundred sign-ins at once wait for each other, and nobody else
#: waits for them, nor does each take its memory at the same time.
_HASHING = ThreadPoolExecutor(max_workers=2, thread_name_prefix="hashing")


def checked(password: str, login: str) -> str:
    """The password as it is hashed. Raises Mistake where it is too short or tells the login."""
    plain = _plain(password)
    if len(plain) < SHORTEST:
        raise Mistake("password_short", least=SHORTEST)
    if len(plain) > LONGEST:
        raise Mistake("password_long", most=LONGEST)
    if folded(plain) == folded(login):
        raise Mistake("password_is_login")
    return plain


async def hashed(password: str) -> str:
    """What is kept of a password: with its salt and the parameters it was made with."""
    return await _beside(_HASHER.hash, _plain(password))


async def fits(kept: str, password: str) -> bool:
    """Whether this is the password; takes as long where none is kept, and says False."""
    right = await _beside(_verify, kept, _plain(password)[: LONGEST + 1])
    return right and bool(kept)


def outdated(kept: str) -> bool:
    """Whether it was made with other parameters than today's."""
    return _HASHER.check_needs_rehash(kept)


async def _beside(work: Callable[..., T], *given: str) -> T:
    """Hashing beside the event loop."""
    return await asyncio.get_running_loop().run_in_executor(_HASHING, work, *given)


def _verify(kept: str, password: str) -> bool:
    try:
        return _HASHER.verify(kept or _nobody(), password)
    except (Argon2Error, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    """The hash that is compared with where none is kept: an unknown login costs as much."""
    return _HASHER.hash("nobody has this password")


def _plain(password: str) -> str:
    # Full-width letters of a Japanese keyboard are the same letters.
    return unicodedata.normalize("NFKC", password)
