"""The work on the filings of a batch: which are due, who does what of them, how each of them ends."""
