"""One page for a clinician and the same trends for a terminal: what was prescribed, done, hurt and changed."""
