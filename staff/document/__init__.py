"""Documents: written as a workbook or an HTML page, and compared with a file."""
