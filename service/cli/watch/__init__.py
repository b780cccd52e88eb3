"""`watch`: match events as they happen, one line each."""
