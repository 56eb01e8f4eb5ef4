"""Where files lie: a folder on a disk or a place that a URL names, and the temporary folders of runs."""
