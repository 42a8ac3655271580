"""The wall and the phone: routes, pages, board, voice, the walls' settings."""
