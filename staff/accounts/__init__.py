"""The accounts of the day: balance, fee sheets and the day report."""
