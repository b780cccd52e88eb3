"""What is typed into a draft, step by step, and the request that it says."""
