"""The house's use cases: what every door (command line, sheets, pages) does and shows, once."""
