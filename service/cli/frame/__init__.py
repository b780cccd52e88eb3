"""What every command is printed with: the console, columns of text and of months."""
