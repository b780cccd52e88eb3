"""What is known, as people read it: pages and tables of `show`, and parts of other answers."""
