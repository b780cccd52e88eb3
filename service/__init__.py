"""The doors: wiring (the only composition root) and the command line."""
