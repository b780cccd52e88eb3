"""What is asked of the store, in plain SQL: who only looks loads no toolkit for it."""
