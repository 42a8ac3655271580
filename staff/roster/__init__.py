"""The roster's pages: finding, adding, importing."""
