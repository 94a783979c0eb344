"""Shared words: units, body, dose, faults and errors. Imports nothing of Eccentric."""
