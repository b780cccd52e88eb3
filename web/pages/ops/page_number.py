"""`?page=2`: which page of a list an address asks for."""

from starlette.datastructures import QueryParams


def page_number(query: QueryParams) -> int:
    """The first where the address says none, or what is no number."""
    said = query.get("page", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 7 else 1
