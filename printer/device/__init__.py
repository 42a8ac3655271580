"""One printer on one wire: how it is reached and asked, and how it proves what it printed."""
