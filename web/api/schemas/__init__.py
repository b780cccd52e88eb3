"""What documents of `application/exports` look like, as JSON Schema."""
