"""What stands at the edges of pages and belongs to none: heads, banners, folios."""
