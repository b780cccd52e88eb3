"""Who may serve which line in which months: one pair at a time, or all pairs at once as arrays."""
