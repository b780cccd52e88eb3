"""How fast the console's pages come, while fifty people look at it."""
