"""Footnotes: where they stand, how they begin, what calls them."""
