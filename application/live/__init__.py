"""What happens as it happens: one reader of the event log for everybody who watches."""
