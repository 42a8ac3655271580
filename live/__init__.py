"""The running halls and what goes on beside requests: commands, roster, sign-in, push."""
