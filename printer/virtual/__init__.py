"""The printer in software, whose paper is pictures."""
