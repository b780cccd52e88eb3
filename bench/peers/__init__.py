"""What the matcher is measured against: each file one method, none of them tuned to win or lose."""
