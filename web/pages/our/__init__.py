"""An officer's own pages: who comes when, what the municipality has asked for, its answers."""

from web.pages.our import answers, matches, requests, who_comes

ROUTERS = (who_comes.router, requests.router, matches.router, answers.router)
