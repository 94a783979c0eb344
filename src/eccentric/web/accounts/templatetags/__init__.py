"""Template tags of this folder."""
