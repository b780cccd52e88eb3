"""The form of a request, in steps; each is saved as a draft, so that it can be left and resumed.

`form_pages(base, right)` serves it under any address: coordinators' and officers' are the same.
"""

from web.pages.requests.form.pages import form_pages

__all__ = ["form_pages"]
