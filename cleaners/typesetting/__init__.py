"""How lines are set: where they begin and end, and what two of them, one after the other, tell."""
