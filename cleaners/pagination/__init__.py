"""Which lines make a page of bare text, and what numbers it."""
