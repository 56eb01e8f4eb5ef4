"""Packaged word lists (see LICENSE for where they are from)."""
