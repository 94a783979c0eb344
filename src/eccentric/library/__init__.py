"""Facts about exercises: the exercise files, their schema, checks and search."""
