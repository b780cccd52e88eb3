"""The mixed-integer model: its variables, what it may open, and what a loose one breaks."""
