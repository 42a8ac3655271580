"""`python -m server` is `paizhao`."""

from server.cli import main

main()
