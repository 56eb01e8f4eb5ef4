"""Whether a line goes on with the one before it: rules of paragraphs, headings, title pages."""
