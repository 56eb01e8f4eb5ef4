"""Letters, figures and stops that OCR takes for others, where one thing alone can have been printed."""

REASON = "OCR confusion"
"""What a changed sign is told by in the record."""
