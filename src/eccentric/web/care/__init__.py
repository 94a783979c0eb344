"""Sharing with a coach or physiotherapist by consent."""
