"""A moment of the pool (snapshot) becomes a problem: nothing left to look up, convert or repair."""
