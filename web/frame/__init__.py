"""What every page stands in: who asks, words, layout, forms, errors, headers."""
