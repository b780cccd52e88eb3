"""A file is handed in: kept for some days, and nothing of it is imported yet."""

from uuid import uuid4

from application.ports import SheetImports
from application.session import ReadSession
from models.accounts import AccountId
from models.ids import PoolId
from models.sheet_imports import SheetImport


async def hand_in(
    session: ReadSession,
    imports: SheetImports,
    *,
    pool_id: PoolId,
    account_id: AccountId,
    name: str,
    content: bytes,
) -> SheetImport:
    """Keep it under an id that nobody can guess."""
    made = SheetImport(
        import_id=uuid4().hex,
        pool_id=pool_id,
        account_id=account_id,
        at=session.now(),
        name="".join(c for c in name if c.isprintable())[-100:],
        content=content,
    )
    await imports.put_import(made)
    return made
