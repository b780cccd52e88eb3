"""The solver in a process of its own, which may crash, hang or eat all memory without harm."""
