"""What the machine gives: processes, locks, files, network, the hall's clock, paths."""
