"""What is owed and what is missing: balance, fee sheets, the day's report and their archive."""
