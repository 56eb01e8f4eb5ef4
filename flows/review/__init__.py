"""What was made, to be looked at by people, and proved."""
