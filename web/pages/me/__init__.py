"""A talent's own pages: what they are asked, their hours, who they are here, their year."""

from web.pages.me import answers, calendar, hours, profile, proposals, year

ROUTERS = (
    proposals.router,
    answers.router,
    hours.router,
    year.router,
    profile.router,
    calendar.router,
)
