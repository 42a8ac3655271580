"""What the machine gives: processes, locks, the disk, the hall's clock, paths."""
