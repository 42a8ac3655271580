"""What every route needs: JSON in and out, errors, guards, pages, words, headers, sockets."""
