"""The inbox and the outbox: what waits, what is done and of what it was made, and who is at it."""
