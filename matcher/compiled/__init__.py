"""Good plans of large pools: a local search over arrays, and a bound, both compiled by numba.

Nothing here is imported before `ready.ready()` says that the compiled code lies in the cache: a
first run plans without it while another process compiles.
"""
