"""`python -m service` is `talentpool`."""

from service.cli import main

main()
