"""Where every head is: photographed, waiting, missing and why, and what it owes."""
