"""What TeX and the fonts of PDFs make of letters."""
