"""``clean-filings serve``: a service of its own on one machine, and whether all is there that it needs."""
