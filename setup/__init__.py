"""Setting up in the browser: the plan drafted step by step, checked and put to use."""
