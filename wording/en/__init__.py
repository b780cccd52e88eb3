"""Messages in English, by their codes: each file of this folder has those of a subject."""

from wording.catalog import collected

MESSAGES = collected(__name__, __path__)
