"""The pages of PDFs and images: their words, drawings and pictures, what can be seen, and what is broken."""
