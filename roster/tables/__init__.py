"""Turn files into tables: Excel and text, read in a child process under limits."""
