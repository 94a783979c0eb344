"""Form checks: a clip of a set in, its report out."""
