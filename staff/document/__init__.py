"""A paper's content, written as a workbook or a page and read again."""
