"""A role and what it is bound to, as typed in a form."""

import re
from dataclasses import dataclass, field

from starlette.datastructures import FormData

from application.access.binding import bound
from application.choosing import place, pool_id
from models.accounts import BOUND_TO, AccountRole, Grant
from models.codes import MunicipalityCode
from models.errors import Mistake
from models.ids import PoolId, TalentId
from models.phrase import Phrase
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit

#: Of these, by their order in `BOUND_TO`.
_BOUNDS = ("pool", "talent_id", "municipalities")
FIELDS = ("role", "pool", "talent_id", "municipalities")


@dataclass(slots=True)
class GrantForm:
    """What was typed, and what is wrong with it."""

    role: str = ""
    pool: str = ""
    talent_id: str = ""
    municipalities: str = ""
    answers: bool = False
    errors: FormErrors = field(default_factory=FormErrors)

    @classmethod
    def of(cls, form: FormData, pool: str = "") -> "GrantForm":
        """As it came; of a coordinator the pool is known already."""
        typed = {name: str(form.get(name, "")).strip() for name in FIELDS}
        return cls(
            role=typed["role"],
            pool=pool or typed["pool"],
            talent_id=typed["talent_id"],
            municipalities=typed["municipalities"],
            answers="answers" in form,
        )

    async def grant(self, visit: Visit) -> Grant | None:
        """The grant; None where something is wrong."""
        places, errors = visit.house.places, self.errors
        role = errors.read("role", self.role, _role)
        pool: PoolId | None = None
        if self.pool:
            pool = errors.read("pool", self.pool, lambda text: pool_id(text, places))

        def meant(text: str) -> MunicipalityCode:
            return place(text, places, pool)

        texts = filter(None, re.split(r"[,、，\s]+", self.municipalities))
        read = [errors.read("municipalities", text, meant) for text in texts]
        codes = [code for code in read if code]
        if role is not None:
            self._look_at_bounds(role)
        if errors or role is None:
            return None
        try:
            return await bound(
                visit.session.reads,
                role,
                pool_id=pool,
                talent_id=TalentId(self.talent_id) if self.talent_id else None,
                municipalities=codes,
                answers=self.answers,
            )
        except Mistake as error:
            named = str(error.phrase.params.get("field"))
            errors.add(named if named in FIELDS else "", error.phrase)
            return None

    def _look_at_bounds(self, role: AccountRole) -> None:
        """Note what the role needs and lacks, or has and does not need: beside its field."""
        needed = dict(zip(_BOUNDS, BOUND_TO.get(role, (False,) * len(_BOUNDS)), strict=True))
        for name, needs in needed.items():
            if needs and not getattr(self, name):
                self.errors.add(name, Phrase.of(f"grant_needs_{name}", role=role.value))
            elif getattr(self, name) and not needs:
                self.errors.add(name, Phrase.of("grant_needs_none", role=role.value))


def _role(text: str) -> AccountRole:
    try:
        return AccountRole(text)
    except ValueError:
        raise Mistake("role_unchosen") from None
