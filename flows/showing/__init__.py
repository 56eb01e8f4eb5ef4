"""What Prefect's UI shows of a run: its form, how far it is, what it leaves."""
