"""Check-in on a tablet: routes, page, the roll of classes."""
