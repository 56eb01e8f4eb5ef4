"""A page's picture made ready for OCR: rules, leaders, specks, pen strokes and shade told from letters."""
