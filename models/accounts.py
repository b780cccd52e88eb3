"""Who may enter: accounts, what each is granted, and the sessions of their browsers."""

from collections import Counter
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import NewType, Self

from pydantic import model_validator

from models.codes import CodeField
from models.frozen import Frozen
from models.ids import ActorId, PoolIdField, TalentIdField
from models.unfit import Unfit

AccountId = NewType("AccountId", str)


class AccountRole(StrEnum):
    """What somebody does here; each role but `ops` and `admin` is bound to something of a pool."""

    COORDINATOR = "coordinator"
    TALENT = "talent"
    MUNICIPALITY = "municipality"
    OPS = "ops"
    ADMIN = "admin"


#: Whether a role is bound to a pool, a talent, municipalities; the others to nothing.
BOUND_TO = {
    AccountRole.COORDINATOR: (True, False, False),
    AccountRole.TALENT: (True, True, False),
    AccountRole.MUNICIPALITY: (True, False, True),
}


class Grant(Frozen):
    """A role and what it is bound to: a pool, a talent of it, municipalities of it."""

    role: AccountRole
    pool_id: PoolIdField | None = None
    talent_id: TalentIdField | None = None
    municipalities: tuple[CodeField, ...] = ()
    answers: bool = False  #: an officer to whom the coordinator has given the municipality's answer

    @property
    def key(self) -> str:
        """Tells it from the other grants of an account; says nothing of what it is bound to."""
        return sha256(self.model_dump_json().encode()).hexdigest()[:12]

    @model_validator(mode="after")
    def _bound(self) -> Self:
        """Unfit where a role lacks what it is bound to, or has more."""
        needed = BOUND_TO.get(self.role, (False, False, False))
        if needed != (bool(self.pool_id), bool(self.talent_id), bool(self.municipalities)):
            raise Unfit("grant_not_bound", role=self.role.value)
        return self


class Account(Frozen):
    """A person who may enter. The name is personal data: shown to those who may see it only."""

    account_id: AccountId
    login: str
    name: str
    grants: tuple[Grant, ...]
    lang: str = "ja"
    theme: str = ""  #: "light", "dark"; empty: what the browser says
    hours: str = "decimal"  #: how hours are shown: "decimal" 7.75, "spoken" 7時間45分
    sample: bool = False  #: of the sample data; may be entered with one click on loopback
    disabled: bool = False

    def granted(self, role: AccountRole, pool_id: str | None = None) -> Grant | None:
        """The grant of this role in this pool; None where there is none."""
        return next(
            (g for g in self.grants if g.role is role and pool_id in {None, g.pool_id}), None
        )

    @property
    def switchable(self) -> tuple[Grant, ...]:
        """Where one role is bound to several things: the bound grants, one of which is acted by."""
        bound = tuple(grant for grant in self.grants if grant.pool_id)
        several = Counter(grant.role for grant in bound)
        return bound if any(n > 1 for n in several.values()) else ()

    def actor(self, role: AccountRole) -> ActorId:
        """Who acts, in facts and logs: the role and the account's id, never the name."""
        return ActorId(f"{role}:{self.account_id}")


class WebSession(Frozen):
    """A browser that has signed in; the cookie's secret is kept as a digest alone."""

    digest: str
    account_id: AccountId
    csrf: str
    began: datetime
    seen: datetime
