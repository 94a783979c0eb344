"""Pictures of muscles at work, as self-contained SVG."""
