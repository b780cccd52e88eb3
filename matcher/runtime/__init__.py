"""How the code runs, whatever it computes: caches per problem, pauses of the garbage collector."""
