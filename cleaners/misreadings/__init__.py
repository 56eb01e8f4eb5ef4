"""Letters, figures and stops that OCR takes for others, where one thing alone can have been printed."""
