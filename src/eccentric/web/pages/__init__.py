"""Home, offline and error pages; the layout and the design language."""
