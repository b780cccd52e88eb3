"""`/account`: what everybody settles for themselves: language, look, password, codes, sessions."""

from web.pages.account import outside, own_account, proofs, tokens

ROUTERS = (own_account.router, proofs.router, outside.router, tokens.router)
