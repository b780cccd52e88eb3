"""`python -m service.docs` is `make docs`."""

from service.docs.pages import main

main()
