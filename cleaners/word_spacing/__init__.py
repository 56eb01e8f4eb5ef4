"""Blanks that are missing between words, or stand inside of them."""
