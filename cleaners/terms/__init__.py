"""What filings say, for all steps: courts, roles, docket numbers, citations, where a sentence ends."""
