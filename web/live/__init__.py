"""Pages that follow what happens while they are open."""
