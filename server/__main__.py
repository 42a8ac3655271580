"""`python -m server` is `paizhao`."""

from server.cli.main import main

main()
