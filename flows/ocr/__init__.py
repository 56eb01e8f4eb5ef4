"""The words of a page's picture, read by Tesseract: by parts, turned and again where that reads better."""
