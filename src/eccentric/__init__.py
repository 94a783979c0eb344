"""Eccentric: a self-hosted coach for the hamstrings and the rest of the back of the body."""

from importlib.metadata import version

__version__ = version("eccentric")
