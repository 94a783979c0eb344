"""The exercise library as pages."""
