"""The forms in which clean text is written besides text and record."""
