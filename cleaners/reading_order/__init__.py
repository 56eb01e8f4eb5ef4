"""The words of a page in the order in which they are read: regions, cells, tables, columns."""
