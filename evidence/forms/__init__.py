"""The forms of pages: what a person may fill in, and what is wrong with it."""
