"""Documents: written as a workbook or an HTML page, and read back from a file."""
