"""The process that prints slips: spool, orders, printers in use."""
