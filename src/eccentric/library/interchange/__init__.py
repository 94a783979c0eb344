"""Other exercise databases: their files become drafts of pages, our pages become their files."""
