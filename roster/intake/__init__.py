"""Turn tables into students of the plan, and say what is wrong with every other row."""
