"""What is told of a clean filing: its facts, blocks, quality, and where a quotation stands."""
