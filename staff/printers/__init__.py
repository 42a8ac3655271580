"""Setting printers up, and the virtual one's paper."""
