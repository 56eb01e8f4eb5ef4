"""Margin line numbers: as a run down a page that has boxes, and by their count in bare text."""
