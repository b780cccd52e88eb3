"""A talent's calendar, and the file that calendar programs read."""

WEB_CALENDAR = {
    "web_calendar_title": "Show it in a calendar",
    "web_calendar_means": "Your year in the calendar of your phone or computer: give the address made below to it as a subscription. It needs no sign-in, so whoever knows it can read it: show it to nobody.",
    "web_calendar_once": "This address is shown this once.",
    "web_calendar_since": "An address made on {day:day} is in use.",
    "web_calendar_make": "Make an address",
    "web_calendar_renew": "Change to a new address",
    "web_calendar_revoke": "End the address",
    "web_calendar_name": "Talent pool",
    "web_calendar_summary": "{places:place}, {role:role}, {hours:hours}: {title}",
}
