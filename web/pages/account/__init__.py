"""`/account`: what everybody settles for themselves: language, look, password, codes, sessions."""

from web.pages.account import own_account, proofs

ROUTERS = (own_account.router, proofs.router)
