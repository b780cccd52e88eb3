"""Who may do what, on what: one table for pages and for the HTTP API."""
