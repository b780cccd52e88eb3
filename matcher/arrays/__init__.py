"""A problem as numpy arrays, and the compiler (numba) for what works on them."""
