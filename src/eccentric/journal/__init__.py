"""What was done: records of sets and sessions, what they mean, and the formats they come and go in."""
