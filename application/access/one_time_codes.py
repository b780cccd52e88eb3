"""One-time codes of an authenticator app (RFC 6238), and the recovery codes for its loss."""

import re
import secrets
from datetime import datetime

import pyotp

from application.access.browser_sessions import digest
from application.ports import Credentials
from models.accounts import AccountId
from models.credentials import Credentials as Proof
from models.text_folding import one_width

#: Seconds of one code, and how many steps a clock may be off.
STEP, DRIFT = 30, 1
#: Recovery codes: letters and digits that are not mistaken for each other, 50 bits each.
_SIGNS, _LENGTH, _COUNT = "23456789abcdefghjkmnpqrstuvwxyz", 10, 8

_SECRET = re.compile(r"[A-Z2-7]{32}")


def new_secret() -> str:
    """For a new authenticator."""
    return pyotp.random_base32()


def is_secret(text: str) -> bool:
    """Whether it may be the secret of an authenticator: base32, as long as ours."""
    return _SECRET.fullmatch(text) is not None


def address_of(secret: str, login: str, issuer: str) -> str:
    """`otpauth://…`, as an authenticator reads it from a QR code."""
    return pyotp.TOTP(secret, interval=STEP).provisioning_uri(name=login, issuer_name=issuer)


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """The step of time whose code this is; None where it is none of these minutes."""
    typed = "".join(one_width(code).split())
    totp, present = pyotp.TOTP(secret, interval=STEP), int(now.timestamp()) // STEP
    for step in range(present - DRIFT, present + DRIFT + 1):
        if secrets.compare_digest(totp.generate_otp(step).encode(), typed.encode()):
            return step
    return None


async def used(store: Credentials, proof: Proof, code: str, now: datetime) -> bool:
    """Whether this code, or recovery code, is right; it is worth nothing from now on."""
    step = step_of(proof.totp, code, now)
    if step is not None:
        return await store.use_step(proof.account_id, step)
    typed = one_width(code).casefold().replace("-", "").replace(" ", "")
    return await store.use_recovery(proof.account_id, recovery_digest(proof.account_id, typed))


def new_recovery_codes() -> tuple[str, ...]:
    """Shown once: `abcde-fghjk`."""
    drawn = ("".join(secrets.choice(_SIGNS) for _ in range(_LENGTH)) for _ in range(_COUNT))
    return tuple(f"{each[:5]}-{each[5:]}" for each in drawn)


def recovery_digest(account_id: AccountId, code: str) -> str:
    """What is kept of a recovery code."""
    return digest(f"{account_id}:{code.replace('-', '')}")
