"""What every route needs: JSON in and out, errors, guards, page shells, words, headers."""
