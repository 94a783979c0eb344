"""What the records mean: one metric in each file, each with its source and how far to trust it."""
