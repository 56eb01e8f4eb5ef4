"""The kinds of files that filings come as, told by their suffix."""

PDF = frozenset({".pdf"})
IMAGES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff"})
TEXTS = frozenset({".txt", ".text"})
SUFFIXES = PDF | IMAGES | TEXTS
