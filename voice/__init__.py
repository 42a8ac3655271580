"""The walls' voice: the sentences of a day and the clips that say them."""
