"""How people come in and go out."""
