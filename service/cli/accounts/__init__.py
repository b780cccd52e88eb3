"""`accounts`: who may enter the console."""
