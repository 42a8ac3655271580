"""One printer on one wire: how it is reached, asked, and trusted to have printed."""
