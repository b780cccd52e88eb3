"""`whatif`: scenarios in, a comparison out."""
