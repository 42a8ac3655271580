"""The running halls and what goes on beside them: commands, roster, sign-in, devices, push."""
