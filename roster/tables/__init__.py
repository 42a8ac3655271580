"""From files to tables: Excel and text, read in a process of its own under limits."""
