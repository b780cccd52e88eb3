"""What people state and decide: one use case a file, a frozen command in and receipts out."""
