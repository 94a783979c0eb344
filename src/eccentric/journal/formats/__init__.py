"""One file for each format that the journal reads or writes, and what they share."""
