"""What is known of a municipality besides its name; each field may be unknown."""

from typing import Annotated

from pydantic import Field

from models.codes import CodeField, CorporateNumberField
from models.frozen import Frozen

#: At most so many people for information systems: 一人情シス.
ONE_PERSON_IT = 1
#: Fewer inhabitants than this are 小規模 here.
SMALL = 10_000


class Municipality(Frozen):
    """市区町村の状況: what its need and the way there follow from."""

    code: CodeField
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None  #: degrees, of the office
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    island: bool = False  #: 離島: reached by ferry
    population: Annotated[int, Field(ge=0)] | None = None
    it_staff: Annotated[int, Field(ge=0)] | None = None  #: people for information systems
    digital_services: Annotated[int, Field(ge=0)] | None = None  #: in use so far
    vendors: tuple[CorporateNumberField, ...] = ()  #: under contract with it

    @property
    def is_one_person_it(self) -> bool:
        """Whether it is known to have at most one person for information systems."""
        return self.it_staff is not None and self.it_staff <= ONE_PERSON_IT

    @property
    def is_small(self) -> bool:
        """Whether it is known to have few inhabitants."""
        return self.population is not None and self.population < SMALL

    @property
    def has_no_service(self) -> bool:
        """Whether it is known to have no digital service yet."""
        return self.digital_services == 0
